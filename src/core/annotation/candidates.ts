import type { SourceRange } from '../text/range.ts'
import { sliceRange, toSourceOffset } from '../text/range.ts'
import type { AnchoredText } from './anchor.ts'
import type { Anchor } from './annotation.ts'
import { type EvidenceText, foldEvidence, toSourceStretch } from './evidence-text.ts'
import { placesOf } from './find-moved.ts'
import { sectionAt } from './section-path.ts'
import { type FindSimilar, indexPlaces, type SimilarPlace, type SoughtPassage, sharedPairs } from './similar-places.ts'

/**
 * How the words at a place differ from those that were marked: not at all; in form alone (spaces, full and half width,
 * shapes of quotation marks); in their figures alone, the mark of another year's sentence; or in words.
 */
export type QuoteDifference = 'none' | 'form' | 'figures' | 'words'

/** A place that the reader may attach an annotation to. */
export interface Candidate {
  readonly range: SourceRange
  /** The words that stand there. */
  readonly quote: string
  readonly difference: QuoteDifference
  /** Headings above the place, outermost first. */
  readonly sectionPath: readonly string[]
  /** How much speaks for it, from 0 to 1. */
  readonly score: number
}

/** So many can be compared side by side. */
export const MOST_CANDIDATES = 5
/** What scores less is not worth the reader's time. */
export const LEAST_SCORE = 0.35

/** What each part of the evidence counts; together 1. */
const WEIGHT = { words: 0.5, prefix: 0.2, suffix: 0.2, section: 0.1 } as const

/** So many of the places where the words stand as they are get a closer look: those with the likest neighbours. */
const MOST_VERBATIM = 20
/** So many of them are looked at in all. */
const MOST_REPETITIONS = 10_000

const FIGURES = /[0-9〇零一二三四五六七八九十百千万亿两.%]+/g

/** Makes ready for finding the places in one text that resemble the passage of an anchor, the best first. */
export function prepareCandidates(to: AnchoredText, target: EvidenceText): (anchor: Anchor) => Candidate[] {
  let index: FindSimilar | undefined
  return (anchor) => {
    const sought = { prefix: fold(anchor.prefix), words: fold(anchor.quote), suffix: fold(anchor.suffix) }
    if (sought.words === '') return []
    // Made when it is needed first: where every passage moved by itself it never is.
    index ??= indexPlaces(target.folded)
    const scored = [...verbatimPlaces(target.folded, sought), ...index(sought)]
      .map((place) => ({ place, score: scorePlace(to, target, anchor, sought, place) }))
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || distance(target, a.place, anchor) - distance(target, b.place, anchor))
    return withoutOverlaps(scored)
      .slice(0, MOST_CANDIDATES)
      .map(({ place, score }) => describeCandidate(to, target, anchor, place, score))
  }
}

function verbatimPlaces(folded: string, { prefix, words, suffix }: SoughtPassage): SimilarPlace[] {
  return placesOf(words, folded)
    .slice(0, MOST_REPETITIONS)
    .map((start) => {
      const end = start + words.length
      let before = 0
      while (before < prefix.length && prefix.at(-1 - before) === folded[start - 1 - before]) before++
      let after = 0
      while (after < suffix.length && suffix[after] === folded[end + after]) after++
      return { start, end, likeness: 1, agreement: before + after }
    })
    .sort((a, b) => b.agreement - a.agreement)
    .slice(0, MOST_VERBATIM)
}

function describeCandidate(
  to: AnchoredText,
  target: EvidenceText,
  anchor: Anchor,
  place: SimilarPlace,
  score: number,
): Candidate {
  const range = toSourceStretch(target, place.start, place.end)
  const quote = sliceRange(to.text, range)
  const sectionPath = sectionAt(to.outline, range.start).map(({ text }) => text)
  return { range, quote, difference: describeDifference(anchor.quote, quote), sectionPath, score }
}

/** How two quotes differ. */
export function describeDifference(one: string, other: string): QuoteDifference {
  if (one === other) return 'none'
  const [a, b] = [fold(one), fold(other)]
  if (a === b) return 'form'
  return a.replace(FIGURES, '0') === b.replace(FIGURES, '0') ? 'figures' : 'words'
}

function scorePlace(
  to: AnchoredText,
  { folded, starts }: EvidenceText,
  anchor: Anchor,
  { prefix, suffix }: SoughtPassage,
  { start, end, likeness }: SimilarPlace,
): number {
  const before = folded.slice(Math.max(0, start - prefix.length), start)
  const after = folded.slice(end, end + suffix.length)
  const path = sectionAt(to.outline, toSourceOffset(starts[start] ?? 0)).map(({ text }) => text)
  return (
    WEIGHT.words * likeness +
    // Nothing stands before the first words of a text, nor after its last: that is evidence too.
    WEIGHT.prefix * (prefix === '' ? Number(start === 0) : sharedPairs(prefix, before)) +
    WEIGHT.suffix * (suffix === '' ? Number(end === folded.length) : sharedPairs(suffix, after)) +
    WEIGHT.section * sharedHeadings(anchor.sectionPath, path)
  )
}

/** Which share of two section paths is the same, from the outermost heading on. */
function sharedHeadings(one: readonly string[], other: readonly string[]): number {
  const longest = Math.max(one.length, other.length)
  if (longest === 0) return 1
  const parting = one.findIndex((heading, level) => heading !== other[level])
  return (parting < 0 ? one.length : parting) / longest
}

function distance({ starts }: EvidenceText, { start }: SimilarPlace, anchor: Anchor): number {
  return Math.abs((starts[start] ?? 0) - anchor.start)
}

/** Leaves out what lies over a place that comes before it. */
function withoutOverlaps<T extends { readonly place: SimilarPlace }>(sorted: readonly T[]): T[] {
  const kept: T[] = []
  for (const one of sorted)
    if (!kept.some(({ place }) => place.start < one.place.end && one.place.start < place.end)) kept.push(one)
  return kept
}

function fold(text: string): string {
  return foldEvidence(text).folded
}
