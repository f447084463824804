import search from 'approx-string-match'
import type { MovedStretch, Stretch } from './find-moved.ts'

/** What to look for: folded words with the folded text around them. */
export interface SoughtPassage {
  readonly prefix: string
  readonly words: string
  readonly suffix: string
}

/** A place that resembles a passage. */
export interface SimilarPlace extends Stretch {
  /** How alike the words are, from 0 to 1. */
  readonly likeness: number
}

/** Finds the places in one text that resemble a passage, with what stands around it; at most `MOST_PLACES`. */
export type FindSimilar = (sought: SoughtPassage) => SimilarPlace[]

/** Which share of a passage's characters may differ; with more, what remains of it is chance (half of a short one is). */
export const MOST_DIFFERENT = 1 / 3

/** A longer passage is found by its two ends, so that what was inserted in its midst does not hide it. */
const LONGEST_WHOLE = 128
const END_LENGTH = 64

const MOST_PLACES = 8
/** Places that pairs of characters vote for are told apart when they lie further from each other than this. */
const BUCKET = 16
/** Which share of a passage's pairs of characters has to vote for a place before it is looked at. */
const LEAST_VOTES = 0.2
/** A pair of characters that stands at more places than this, and at a larger share of a text's, speaks for none. */
const COMMON_PLACES = 100
const COMMON_SHARE = 0.02
/** How much of what stands beside a passage shows where words began and ended that were replaced. */
const EDGE = 6
/** How much more than the passage itself may stand between what stood before it and what stood after: a sentence or two. */
const LONGEST_INSERTION = 200

/** Makes an index of a folded text: each pair of characters votes for the places that it speaks for. */
export function indexPlaces(folded: string): FindSimilar {
  const pairs = indexPairs(folded)
  const votes = new Uint16Array(Math.ceil(folded.length / BUCKET) + 2)

  /** Where a pattern may begin, as many as `MOST_PLACES`, those with most votes first. */
  function elect(pattern: string): number[] {
    // A pattern that begins before the text does counts as beginning with it.
    votes.fill(0)
    for (let at = 0; at + 1 < pattern.length; at++)
      for (const place of pairs.get(pairAt(pattern, at)) ?? []) {
        const bucket = Math.floor(Math.max(0, place - at) / BUCKET)
        votes[bucket] = (votes[bucket] ?? 0) + 1
      }
    const least = Math.max(2, (pattern.length - 1) * LEAST_VOTES)
    const elected: { readonly bucket: number; readonly count: number }[] = []
    for (let bucket = 0; bucket + 1 < votes.length; bucket++) {
      // Votes for one place fall into two buckets when it lies on their border.
      const count = (votes[bucket] ?? 0) + (votes[bucket + 1] ?? 0)
      if (count >= least) elected.push({ bucket, count })
    }
    elected.sort((a, b) => b.count - a.count)
    const chosen: number[] = []
    for (const { bucket } of elected) {
      if (chosen.length === MOST_PLACES) break
      if (!chosen.some((other) => Math.abs(other - bucket) <= 1)) chosen.push(bucket)
    }
    return chosen.map((bucket) => bucket * BUCKET)
  }

  function findWhole({ prefix, words, suffix }: SoughtPassage): SimilarPlace[] {
    return elect(prefix + words + suffix).flatMap(
      (start) => alignAt(folded, start + prefix.length, { prefix, words, suffix }) ?? [],
    )
  }

  function findByEnds({ prefix, words, suffix }: SoughtPassage): SimilarPlace[] {
    const heads = findWhole({ prefix, words: words.slice(0, END_LENGTH), suffix: '' })
    const tails = findWhole({ prefix: '', words: words.slice(-END_LENGTH), suffix })
    return heads.flatMap((head) => {
      const near = tails.filter(({ end }) => end > head.end && end - head.start <= 2 * words.length)
      const [tail] = near.sort(
        (a, b) => Math.abs(a.end - head.start - words.length) - Math.abs(b.end - head.start - words.length),
      )
      if (tail === undefined) return []
      const { start } = head
      const { end } = tail
      return { start, end, likeness: sharedPairs(words, folded.slice(start, end)) }
    })
  }

  return (sought) => (sought.words.length > LONGEST_WHOLE ? findByEnds(sought) : findWhole(sought))
}

/**
 * Finds the words near a place; where they are not to be found, what stands there between the text that stood before
 * them and the text that stood after.
 */
function alignAt(folded: string, expected: number, sought: SoughtPassage): SimilarPlace | null {
  const { words } = sought
  const slack = 2 * BUCKET + Math.floor(words.length * MOST_DIFFERENT)
  const from = Math.max(0, expected - slack)
  const window = folded.slice(from, expected + words.length + slack)
  const [best] = search(window, words, Math.floor(words.length * MOST_DIFFERENT))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => Math.abs(from + a.start - expected) - Math.abs(from + b.start - expected))
  if (best) return { start: from + best.start, end: from + best.end, likeness: 1 - best.errors / words.length }
  return between(folded, expected, slack, sought)
}

function between(folded: string, expected: number, slack: number, { prefix, words, suffix }: SoughtPassage) {
  if (prefix.length < EDGE || suffix.length < EDGE) return null
  const from = Math.max(0, expected - slack - EDGE)
  const before = folded.indexOf(prefix.slice(-EDGE), from)
  const start = before + EDGE
  if (before < 0 || start > expected + slack) return null
  const end = folded.indexOf(suffix.slice(0, EDGE), start)
  if (end <= start || end - start > words.length + LONGEST_INSERTION) return null
  return { start, end, likeness: sharedPairs(words, folded.slice(start, end)) }
}

/** A shorter passage is compared with what stands beside it, to tell a copy from what only sounds alike. */
const SHORTEST_TOLD_APART = 32

/**
 * Whether what resembles a passage stands within `reach` of it as well, before or after what is unchanged around it: the
 * passage and a copy, or two copies. What stands within the unchanged stood there before.
 */
export function hasDoubleNearby(folded: string, { start, end, before, after }: MovedStretch, reach: number): boolean {
  const beside = Math.max(0, Math.ceil((SHORTEST_TOLD_APART - (end - start)) / 2))
  const pattern = folded.slice(Math.max(0, start - beside), Math.min(end, start + LONGEST_WHOLE) + beside)
  const most = Math.floor(pattern.length * MOST_DIFFERENT)
  const farthest = reach + pattern.length
  const sides = [
    folded.slice(Math.max(0, start - farthest), Math.max(0, start - before)),
    folded.slice(end + after, end + farthest),
  ]
  return sides.some((around) => search(around, pattern, most).length > 0)
}

/** Which share of the pairs of characters of two texts they have in common (Sørensen–Dice), from 0 to 1. */
export function sharedPairs(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return one === other ? 1 : 0
  const counts = new Map<number, number>()
  for (let at = 0; at + 1 < one.length; at++) counts.set(pairAt(one, at), (counts.get(pairAt(one, at)) ?? 0) + 1)
  let shared = 0
  for (let at = 0; at + 1 < other.length; at++) {
    const left = counts.get(pairAt(other, at)) ?? 0
    if (left === 0) continue
    counts.set(pairAt(other, at), left - 1)
    shared++
  }
  return (2 * shared) / (one.length + other.length - 2)
}

function indexPairs(text: string): Map<number, number[]> {
  const pairs = new Map<number, number[]>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = pairAt(text, at)
    const places = pairs.get(pair)
    if (places) places.push(at)
    else pairs.set(pair, [at])
  }
  const most = Math.max(COMMON_PLACES, COMMON_SHARE * text.length)
  for (const [pair, places] of pairs) if (places.length > most) pairs.delete(pair)
  return pairs
}

/** Two UTF-16 units as one number. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}
