import { rm } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { Anchor, Annotation } from '../core/annotation/annotation.ts'
import { annotationLine } from '../core/annotation/annotation-line.ts'
import { headsOf } from '../core/lineage/line.ts'
import { binFolder } from './bin-names.ts'
import { carryOver, speaksOf } from './carry-over.ts'
import { namesIn, REPORT_ID } from './folder-names.ts'
import { LibraryError } from './library-error.ts'
import type { LibraryPaths } from './library-paths.ts'
import { moveFolders } from './move-folders.ts'
import type { OpenReport } from './open-report.ts'
import { originalNames, type ReportContent, writeReportFolder } from './report-folder.ts'
import type { ReportReader } from './report-reader.ts'
import { sha256 } from './sha256.ts'
import { cutHints } from './shift-hints.ts'
import { syncFolder } from './synced-write.ts'

export interface SplitOptions {
  readonly paths: LibraryPaths
  readonly reader: ReportReader
  /** The time, ISO 8601 in UTC. */
  readonly now: string
  /** Whether the library has a report, apart from the one that is split. */
  readonly isKnown: (id: string) => boolean
}

/** A part of the report that is split, half-open, in its source text. */
interface Part {
  readonly id: string
  /** Counted from 1. */
  readonly number: number
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Makes several reports of one, cut before each of these positions of its source text. The old folder goes to the bin
 * whole. The parts are put together beside it, and the rename of the old folder decides: where the process ends before
 * it nothing has happened, where it ends later the next start gives the parts their names (`finishSplitting`). Returns
 * the ids of the parts in their order; one that the library has already is left as it is. Rejects with a `LibraryError`,
 * before anything is changed, where that cannot be done.
 */
export async function splitReport(
  options: SplitOptions,
  report: OpenReport,
  starts: readonly number[],
): Promise<string[]> {
  const { paths, now } = options
  const { id } = report.record.record
  const parts = cutParts(report, starts)
  refuseCrossing(report, starts)
  const fresh = await Promise.all(
    parts.map(async (part) => ({ part, content: await partContent(options, report, part) })),
  )
  const added = fresh.filter(({ part, content }) => !isKept(options, id, part, content))
  for (const { part } of added) if (part.id !== id) await refuseUnreadable(paths, part)
  const staging = paths.splitting(id)
  try {
    await rm(staging, { recursive: true, force: true })
    for (const { part, content } of added) await writeReportFolder(join(staging, part.id), content)
    await syncFolder(staging)
    await syncFolder(paths.reports)
    await moveFolders([
      { from: paths.report(id), to: await binFolder(paths, id, now) },
      ...partsInOrder(
        id,
        added.map(({ part }) => part.id),
      ).map((name) => ({
        from: join(staging, name),
        to: paths.report(name),
      })),
    ])
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return parts.map((part) => part.id)
}

/** Deals with what a split that was cut off left behind: where the old report has gone, its parts take their places. */
export async function finishSplitting(paths: LibraryPaths, id: string): Promise<void> {
  const staging = paths.splitting(id)
  if ((await namesIn(paths.report(id))).length === 0) {
    const names: string[] = []
    for (const name of await namesIn(staging))
      if (REPORT_ID.test(name) && (await namesIn(paths.report(name))).length === 0) names.push(name)
    await moveFolders(partsInOrder(id, names).map((name) => ({ from: join(staging, name), to: paths.report(name) })))
  }
  await rm(staging, { recursive: true, force: true })
}

/** A part that has the old report's id comes last: until then the place of that id tells whether the old one has gone. */
function partsInOrder(oldId: string, names: readonly string[]): string[] {
  return [...names.filter((name) => name !== oldId), ...names.filter((name) => name === oldId)]
}

/** Cuts a text before each start. Throws a `LibraryError` for a part without words, outside the text or like another. */
function cutParts({ text }: OpenReport, starts: readonly number[]): Part[] {
  const edges = [0, ...starts, text.length]
  const parts = edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0
    const number = index + 1
    if (!Number.isInteger(end) || end <= start || end > text.length)
      throw new LibraryError('分割的位置不在这份报告里，或者先后颠倒了。请重新选择从哪里分开。')
    if (splitsCharacter(text, end)) throw new LibraryError('分割的位置在一个字的中间。请选择一段的开头。')
    const own = text.slice(start, end)
    if (own.trim() === '') throw new LibraryError(`分割后的第 ${number} 份没有文字。请重新选择从哪里分开。`)
    return { id: sha256(own).slice(0, 16), number, start, end, text: own }
  })
  for (const part of parts) {
    const same = parts.find((other) => other.id === part.id && other.number < part.number)
    if (same)
      throw new LibraryError(`分割后的第 ${same.number} 份和第 ${part.number} 份文字完全一样，无法分成两份报告。`)
  }
  return parts
}

/** Whether a position lies between the two units of a character outside the basic plane. */
function splitsCharacter(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff && offset < text.length
}

/** Throws a `LibraryError` where a cut goes through a highlight or through a place that the reader corrected. */
function refuseCrossing(report: OpenReport, starts: readonly number[]): void {
  const crossed = (anchor: Anchor) =>
    speaksOf(anchor, report) && starts.some((start) => anchor.start < start && start < anchor.end)
  const annotations = report.annotations.record.annotations.filter(isAlive)
  const anchorsOf = (annotation: Annotation) =>
    headsOf(annotationLine, annotation).flatMap(({ anchor, deleted }) => (deleted ? [] : [anchor]))
  const highlight = annotations.flatMap(anchorsOf).find(crossed)
  if (highlight)
    throw new LibraryError(`分割的位置穿过划线“${shorten(highlight.quote)}”。请换一个位置，或先删除这处划线。`)
  const partOf = (anchor: Anchor) =>
    speaksOf(anchor, report) ? starts.filter((start) => start <= anchor.start).length : null
  for (const annotation of annotations) {
    // One whose words do not stand in the text goes with the first part, as `within` has it.
    const own = partOf(annotation.anchor) ?? 0
    if (anchorsOf(annotation).some((anchor) => (partOf(anchor) ?? own) !== own))
      throw new LibraryError(
        `批注“${shorten(annotation.anchor.quote)}”在两处改得不同，位置也不同，会分到两份报告里。请先选定一条，再分割。`,
      )
  }
  for (const correction of report.record.record.overrides)
    if (correction.what !== 'field' && crossed(correction.anchor))
      throw new LibraryError(
        `分割的位置穿过订正过的文字“${shorten(correction.anchor.quote)}”。请换一个位置，或先撤销这处订正。`,
      )
}

/** Whether something of an annotation stands: one that was deleted here and edited elsewhere waits to be settled. */
function isAlive(annotation: Annotation): boolean {
  return headsOf(annotationLine, annotation).some(({ deleted }) => !deleted)
}

function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > 30 ? `${line.slice(0, 30)}…` : line
}

/** Whether the library has a part already, so that it stays as it is. Throws a `LibraryError` where annotations would be lost by that. */
function isKept(
  { isKnown }: SplitOptions,
  oldId: string,
  { id, number }: Part,
  { annotations, record }: ReportContent,
): boolean {
  if (id === oldId || !isKnown(id)) return false
  if (annotations.some(isAlive) || record.overrides.length > 0)
    throw new LibraryError(
      `资料库里已经有一份和第 ${number} 份相同的报告，这一份里的批注和改正没有地方放。请先把那一份移到回收站，再分割。`,
    )
  return true
}

/** Throws a `LibraryError` where the place of a part is taken by a folder that is no report any more. */
async function refuseUnreadable(paths: LibraryPaths, { id, number }: Part): Promise<void> {
  if ((await namesIn(paths.report(id))).length > 0)
    throw new LibraryError(`第 ${number} 份的位置 reports/${id} 上有一个无法读取的文件夹。请先把它移走，再分割。`)
}

async function partContent({ reader }: SplitOptions, report: OpenReport, part: Part): Promise<ReportContent> {
  const { record } = report.record
  const { text, start, number } = part
  const isFirst = number === 1
  const old = record.originals[0]?.file ?? ''
  const file = `${parse(old).name}（第 ${number} 份）.txt`
  const { title, source } = record.hints
  const hints = {
    fileName: file,
    ...(source === undefined ? {} : { source }),
    // Stands outside the text and names the first report in it.
    ...(isFirst && title !== undefined ? { title } : {}),
    ...cutHints(record.hints, part.start, part.end),
  }
  const within = (anchor: Anchor) => {
    if (!speaksOf(anchor, report)) return isFirst
    return part.start <= anchor.start && anchor.end <= part.end
  }
  const { textHash, overrides, annotations } = await carryOver(reader, text, hints, [
    {
      text: report.text,
      textHash: report.textHash,
      shift: -start,
      corrections: record.overrides.filter((correction) =>
        correction.what === 'field' ? isFirst : within(correction.anchor),
      ),
      annotations: report.annotations.record.annotations.filter(({ anchor }) => within(anchor)),
    },
  ])
  const [stored = 'original.txt'] = originalNames([file])
  const bytes = new TextEncoder().encode(text)
  return {
    text,
    annotations,
    formerTexts: report.formerTexts,
    originals: [{ stored, bytes }],
    record: {
      ...record,
      id: part.id,
      originals: [{ stored, file, sha256: sha256(bytes) }],
      importer: 'txt',
      encoding: 'utf-8',
      textHash,
      hints,
      overrides,
      readingPlace: placeIn(record.readingPlace, part),
    },
  }
}

function placeIn(place: { readonly offset: number } | null, { start, end }: Part) {
  if (place === null || place.offset < start || place.offset >= end) return null
  const offset = place.offset - start
  return { offset, progress: offset / (end - start) }
}
