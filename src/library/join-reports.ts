import { rm } from 'node:fs/promises'
import type { Annotation } from '../core/annotation/annotation.ts'
import type { Correction } from '../core/correction/correction.ts'
import { binFolder } from './bin-names.ts'
import { carryOver } from './carry-over.ts'
import type { LibraryPaths } from './library-paths.ts'
import { moveFolders } from './move-folders.ts'
import type { OpenReport } from './open-report.ts'
import { readOriginals } from './read-originals.ts'
import { originalNames, type ReportContent, writeReportFolder } from './report-folder.ts'
import type { ReportReader } from './report-reader.ts'
import { mergeHints, shiftHints } from './shift-hints.ts'

export interface JoinOptions {
  readonly paths: LibraryPaths
  readonly reader: ReportReader
  /** The time, ISO 8601 in UTC. */
  readonly now: string
  /** Makes an id that no annotation has. */
  readonly newId: () => string
}

/** What stands between two texts that are joined. */
const JOINT = '\n\n'

/**
 * Makes one report of two, the second continuing the first, under the id of the first. Both old folders go to the bin
 * whole. What is joined is put together beside them; after that there are renames alone, and where the process ends
 * between two of them, no report is in neither place: the next start gives the joined one its name (`finishIncoming`).
 */
export async function joinReports(options: JoinOptions, first: OpenReport, second: OpenReport): Promise<void> {
  const { paths, now } = options
  const [firstId, secondId] = [first.record.record.id, second.record.record.id]
  const incoming = paths.incoming(firstId)
  try {
    await writeReportFolder(incoming, await joinContents(options, first, second))
    await moveFolders([
      { from: paths.report(firstId), to: await binFolder(paths, firstId, now) },
      { from: incoming, to: paths.report(firstId) },
      { from: paths.report(secondId), to: await binFolder(paths, secondId, now) },
    ])
  } catch (error) {
    await rm(incoming, { recursive: true, force: true })
    throw error
  }
}

async function joinContents(options: JoinOptions, first: OpenReport, second: OpenReport): Promise<ReportContent> {
  const { paths, reader, newId } = options
  const [before, after] = [first.record.record, second.record.record]
  const text = first.text + JOINT + second.text
  const shift = first.text.length + JOINT.length
  const hints = mergeHints(before.hints, { ...after.hints, ...shiftHints(after.hints, shift) })
  const kept = first.annotations.record.annotations
  const { textHash, overrides, annotations } = await carryOver(reader, text, hints, [
    { ...versionOf(first), shift: 0, corrections: before.overrides, annotations: kept },
    {
      ...versionOf(second),
      shift,
      corrections: withoutFieldsOf(before.overrides, after.overrides),
      annotations: withOwnIds(kept, second.annotations.record.annotations, newId),
    },
  ])
  const originals = [
    ...(await readOriginals(paths.report(before.id), before)),
    ...(await readOriginals(paths.report(after.id), after)),
  ]
  const names = originalNames(originals.map(({ file }) => file))
  return {
    text,
    annotations,
    originals: originals.flatMap(({ bytes }, index) => (bytes ? [{ stored: names[index] ?? '', bytes }] : [])),
    record: {
      ...before,
      originals: originals.map(({ file, sha256 }, index) => ({ stored: names[index] ?? '', file, sha256 })),
      textHash,
      hints,
      overrides,
      tags: [...new Set([...before.tags, ...after.tags])],
      // The place stays, and is less far now.
      readingPlace: before.readingPlace && {
        ...before.readingPlace,
        progress: (before.readingPlace.progress * first.text.length) / text.length,
      },
    },
  }
}

function versionOf({ text, textHash }: OpenReport) {
  return { text, textHash }
}

/** The second report's corrections, without those of fields that were corrected in the first. */
function withoutFieldsOf(first: readonly Correction[], second: readonly Correction[]): Correction[] {
  const fields = new Set(first.flatMap((correction) => (correction.what === 'field' ? [correction.field] : [])))
  return second.filter((correction) => correction.what !== 'field' || !fields.has(correction.field))
}

/** The second report's annotations; one whose id an annotation of the first has gets another. */
function withOwnIds(first: readonly Annotation[], second: readonly Annotation[], newId: () => string): Annotation[] {
  const taken = new Set(first.map(({ id }) => id))
  return second.map((annotation) => (taken.has(annotation.id) ? { ...annotation, id: newId() } : annotation))
}
