import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Annotation } from '../../src/core/annotation/annotation.ts'
import { liveAnnotations } from '../../src/core/annotation/annotation-change.ts'
import { annotationLine } from '../../src/core/annotation/annotation-line.ts'
import { annotationConflicts, mergeAnnotations } from '../../src/core/annotation/merge-annotations.ts'
import { readerTermLine } from '../../src/core/glossary/reader-term-line.ts'
import type { Line, LineForm, Version } from '../../src/core/lineage/line.ts'
import { parseRecord } from '../../src/library/record-form.ts'
import { annotationsForm } from '../../src/library/records.ts'
import { readTree } from './read-tree.ts'
import type { Reader } from './reader.ts'
import { type LineName, saidBy, type VersionLog } from './version-log.ts'

/** What a reader is shown of a line: the version that is shown, and what is to be settled. */
interface Shown {
  readonly isDeleted: boolean
  readonly said: ReadonlySet<string>
}

/** What one side has, as its reader is shown it. */
export interface SideView {
  readonly lines: ReadonlyMap<LineName, Shown>
  /** Everything else that both sides are to have alike. */
  readonly rest: unknown
  readonly conflicts: number
}

/** Opens a side's library and reads everything in it, the bin too. */
export async function viewSide(reader: Reader): Promise<SideView> {
  await reader.open()
  try {
    const { library } = reader
    const opened = await reader.look()
    const terms = library.readerTerms()
    const termConflicts = library.readerTermConflicts()
    const lines = binnedLines(reader.place.folder, new Set(opened.map(({ summary: { id } }) => id)))
    for (const { summary, annotations, conflicts } of opened)
      addLines(lines, `annotation ${summary.id}`, annotationLine, annotations, conflicts)
    addLines(lines, 'term', readerTermLine, terms, termConflicts)
    const bin = (await library.listBin()).map(({ binId }) => binId).sort()
    const { colorNames } = library.state
    return {
      lines,
      rest: { opened, terms, termConflicts, bin, colorNames },
      conflicts: termConflicts.length + opened.reduce((sum, { conflicts }) => sum + conflicts.length, 0),
    }
  } finally {
    await reader.close()
  }
}

/** What was acknowledged and is not shown on this side, as lines of words. */
export function findLost(log: VersionLog, { lines }: SideView): string[] {
  return [...log.standing].flatMap(([line, versions]) => {
    const shown = lines.get(line)
    const isDeleted = versions.some(({ deleted }) => deleted)
    // A note that was deleted and that nobody wrote into is not shown at all.
    const wanted = versions.filter(({ deleted }) => !deleted)
    const lost = wanted.filter(({ said }) => !shown?.said.has(said)).map(({ said }) => `${line}: ${said} is lost`)
    if (isDeleted && shown && !shown.isDeleted) lost.push(`${line}: was deleted, and is back`)
    if (!isDeleted && shown?.isDeleted !== false) lost.push(`${line}: is gone, and nobody deleted it`)
    return lost
  })
}

/** Files that should not be there or cannot be read. */
export function findStray(folder: string): string[] {
  return [...readTree(folder).keys()].flatMap((path) => {
    // In the bin they are merged when they are taken out of it.
    if (/sync-conflict/.test(path) && !path.startsWith('bin/')) return [`${path} was left`]
    if (/unreadable|\.incoming-|\.splitting-/.test(path)) return [`${path} should not be there`]
    return path.endsWith('.json') && !isJson(join(folder, path)) ? [`${path} cannot be read`] : []
  })
}

/** In what two sides differ, as lines of words. */
export function findDifferences(left: SideView, right: SideView): string[] {
  if (isDeepStrictEqual(left, right)) return []
  return [`the sides differ:\n${JSON.stringify(left.rest)}\n${JSON.stringify(right.rest)}`]
}

/** Notes of reports that are in the bin alone are not lost: they can be taken out again. */
function binnedLines(folder: string, inLibrary: ReadonlySet<string>): Map<LineName, Shown> {
  const binned = new Map<string, Annotation[]>()
  for (const path of readTree(folder).keys()) {
    const [, report] = /^bin\/([0-9a-f]{16})-\d+\/annotations(?:\.sync-conflict-[\w-]+)?\.json$/.exec(path) ?? []
    if (report === undefined || inLibrary.has(report)) continue
    const { record } = parseRecord(annotationsForm, JSON.parse(readFileSync(join(folder, path), 'utf8')))
    binned.set(report, mergeAnnotations(binned.get(report) ?? [], record.annotations))
  }
  const lines = new Map<LineName, Shown>()
  for (const [report, annotations] of binned)
    addLines(
      lines,
      `annotation ${report}`,
      annotationLine,
      liveAnnotations(annotations),
      annotationConflicts(annotations),
    )
  return lines
}

function addLines<V extends Version, T extends Line<V>>(
  lines: Map<LineName, Shown>,
  kind: string,
  form: LineForm<V, T>,
  live: readonly T[],
  conflicts: readonly { readonly id: string; readonly versions: readonly V[] }[],
): void {
  for (const entry of live)
    lines.set(`${kind} ${entry.id}`, { isDeleted: false, said: new Set([saidBy(form, form.shownBy(entry))]) })
  for (const { id, versions } of conflicts)
    lines.set(`${kind} ${id}`, {
      isDeleted: versions[0]?.deleted ?? false,
      said: new Set(versions.map((version) => saidBy(form, version))),
    })
}

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}
