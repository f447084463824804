import type { Anchor } from '../annotation/annotation.ts'
import { findNoteMarkers } from '../glossary/note-markers.ts'
import { checkNumbers } from '../glossary/parse-glossary.ts'
import { isBodyBlock } from '../report/reading-view.ts'
import type { Block, Diagnostic, Glossary, NoteMarker, Report } from '../report/report.ts'
import { type SourceRange, sliceRange, toSourceRange } from '../text/range.ts'
import { correctBlocks, correctOutline } from './correct-blocks.ts'
import { joinEntries, keepInGlossary, nameTerms, splitEntriesAt } from './correct-entries.ts'
import { correctFields } from './correct-fields.ts'
import type { Correction, PlacedCorrection } from './correction.ts'

/** A source text with its sha256, by which anchors know it. */
export interface HashedText {
  readonly text: string
  readonly textHash: string
}

/**
 * Puts right in a reading what the reader corrected. Pure: without corrections it is the reading itself, with the same
 * ones twice it is the same, and their order matters only where two speak of the same thing (the later one counts).
 * A correction of another text version, or one whose words do not stand at their place, changes nothing; neither does
 * one that makes no sense there (the first entry cannot join the one before it).
 */
export function correctReport(source: HashedText, report: Report, corrections: readonly Correction[]): Report {
  const fields = corrections.filter((correction) => correction.what === 'field')
  const placed = corrections
    .filter((correction) => correction.what !== 'field')
    .filter(({ anchor }) => standsIn(source, anchor))
    .sort((a, b) => a.anchor.start - b.anchor.start)
  const arranged = placed.length === 0 ? report : correctPlaces(source.text, report, placed)
  return fields.length === 0 ? arranged : correctFields(source.text, arranged, fields)
}

function standsIn({ text, textHash }: HashedText, anchor: Anchor): boolean {
  return anchor.textHash === textHash && text.slice(anchor.start, anchor.end) === anchor.quote
}

/**
 * Entries are split first, so that the parts of a block can be corrected one by one. What is joined is one thing to
 * what follows: where its beginning is set aside all of it is.
 */
function correctPlaces(text: string, report: Report, corrections: readonly PlacedCorrection[]): Report {
  const placesOf = (what: PlacedCorrection['what']): SourceRange[] =>
    corrections
      .filter((correction) => correction.what === what)
      .map(({ anchor }) => toSourceRange(anchor.start, anchor.end))
  const split = splitEntriesAt(text, report.blocks, report.glossary.entries, placesOf('entry-split'))
  const { blocks, corrected } = correctBlocks(
    split.blocks,
    corrections.filter((correction) => correction.what === 'block'),
  )
  const joined = joinEntries(text, split.entries, blocks, placesOf('entry-join'))
  const kept = keepInGlossary(text, joined, blocks, corrected)
  const entries = nameTerms(text, kept, placesOf('entry-term'))
  const glossary = { heading: findHeading(text, blocks, report.glossary.heading), entries }
  const markers = findNoteMarkers(text, blocks.filter(isBodyBlock), entries)
  return {
    ...report,
    blocks,
    outline: correctOutline(text, report.outline, corrected),
    glossary,
    markers,
    diagnostics: checkAgain(report.diagnostics, glossary, markers),
  }
}

/** The glossary's heading as long as it is one; after that the heading of another of its lists. */
function findHeading(text: string, blocks: readonly Block[], heading: string | null): string | null {
  const headings = blocks.filter(({ kind }) => kind === 'glossaryHeading').map((block) => sliceRange(text, block))
  return heading !== null && headings.includes(heading) ? heading : (headings[0] ?? null)
}

/** What the parser was not sure of and is still so. That the reader's own act left a marker without entry is no doubt. */
function checkAgain(
  diagnostics: readonly Diagnostic[],
  { entries }: Glossary,
  markers: readonly NoteMarker[],
): Diagnostic[] {
  const lost = markers.find(({ entry }) => entry === null)
  return [
    ...diagnostics.filter(({ code }) => code !== 'glossary-gap' && code !== 'marker-without-entry'),
    ...checkNumbers(entries),
    ...diagnostics
      .filter(({ code }) => code === 'marker-without-entry' && lost !== undefined)
      .map((doubt) => ({ ...doubt, start: lost?.start ?? doubt.start, end: lost?.end ?? doubt.end })),
  ]
}
