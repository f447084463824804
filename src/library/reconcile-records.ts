import { isDeepStrictEqual } from 'node:util'
import { COLOR_IDS, DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { mergeAnnotations } from '../core/annotation/merge-annotations.ts'
import { mergeCorrections } from '../core/correction/merge-corrections.ts'
import { mergeReaderTerms } from '../core/glossary/merge-reader-terms.ts'
import type { AnnotationsRecord, GlossaryRecord, LibraryRecord, ReportRecord } from './records.ts'

/**
 * Makes one record of two that were made from the same: `ours` here, `theirs` by another program. Where `base` is null
 * nobody knows what they were made from: a copy that a synchroniser laid aside, or one from a snapshot.
 */
export type Reconcile<T> = (base: T | null, ours: T, theirs: T) => T

export const reconcileAnnotations: Reconcile<AnnotationsRecord> = (_base, ours, theirs) => ({
  ...ours,
  annotations: mergeAnnotations(ours.annotations, theirs.annotations),
})

export const reconcileGlossary: Reconcile<GlossaryRecord> = (_base, ours, theirs) => ({
  ...ours,
  terms: mergeReaderTerms(ours.terms, theirs.terms),
})

/** The text and what goes with it count as one: a record whose text is of one program and its hints of another is wrong. */
export const reconcileReport: Reconcile<ReportRecord> = (base, ours, theirs) => {
  const { originals, importer, encoding, textHash, hints } = choose(base && textOf(base), textOf(ours), textOf(theirs))
  return {
    ...ours,
    originals,
    importer,
    encoding,
    textHash,
    hints,
    overrides: choose(base?.overrides, ours.overrides, theirs.overrides, () =>
      mergeCorrections(base?.overrides, ours.overrides, theirs.overrides),
    ),
    tags: choose(base?.tags, ours.tags, theirs.tags, () => mergeTags(base?.tags, ours.tags, theirs.tags)),
    imported: earlier(ours.imported, theirs.imported),
    readingPlace: choose(base?.readingPlace, ours.readingPlace, theirs.readingPlace, () =>
      base ? ours.readingPlace : (ours.readingPlace ?? theirs.readingPlace),
    ),
  }
}

export const reconcileLibrary: Reconcile<LibraryRecord> = (base, ours, theirs) => {
  const before = base?.colorNames ?? DEFAULT_COLOR_NAMES
  const colorNames = { ...ours.colorNames }
  for (const color of COLOR_IDS)
    colorNames[color] = choose(before[color], ours.colorNames[color], theirs.colorNames[color])
  // Two colours must not have one name, and what was named here is what the reader sees.
  const isClear = new Set(Object.values(colorNames)).size === COLOR_IDS.length
  return {
    ...ours,
    created: earlier(ours.created, theirs.created),
    colorNames: isClear ? colorNames : ours.colorNames,
  }
}

function textOf({ originals, importer, encoding, textHash, hints }: ReportRecord) {
  return { originals, importer, encoding, textHash, hints }
}

/**
 * What one of the two changed, as it is. Two programs that each have the other's record must agree, or they would write
 * it over and over: so it is put together anew only where both changed it, or where nobody knows what it was (ours is
 * taken then, unless `merge` says otherwise).
 */
function choose<T>(base: T | null | undefined, ours: T, theirs: T, merge: () => T = () => ours): T {
  if (isDeepStrictEqual(base, ours)) return theirs
  return isDeepStrictEqual(base, theirs) ? ours : merge()
}

/** Of two times in ISO 8601, UTC. Both computers have imported the file, or begun the library. */
function earlier(ours: string, theirs: string): string {
  return theirs < ours ? theirs : ours
}

function mergeTags(base: readonly string[] | undefined, ours: readonly string[], theirs: readonly string[]): string[] {
  const withdrawn = (base ?? []).filter((tag) => !ours.includes(tag) || !theirs.includes(tag))
  return [...new Set([...ours, ...theirs])].filter((tag) => !withdrawn.includes(tag))
}
