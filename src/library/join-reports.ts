import { rm } from 'node:fs/promises'
import { binFolder } from './bin-names.ts'
import { carryOver } from './carry-over.ts'
import type { LibraryPaths } from './library-paths.ts'
import { withOwnIds, withoutFieldsOf } from './merge-content.ts'
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
    formerTexts: [...first.formerTexts, ...second.formerTexts],
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
