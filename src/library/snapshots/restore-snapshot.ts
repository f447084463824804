import type { RestoreOutcome } from '../../core/library-view.ts'
import type { CopyTarget } from '../conflict-copies.ts'
import { LibraryError } from '../library-error.ts'
import { parseRecord } from '../record-form.ts'
import { annotationsForm, type ReportRecord, reportForm } from '../records.ts'
import { parseRecordPath } from './library-records.ts'
import type { SnapshotEntry, SnapshotHead } from './snapshot-file.ts'

/** What a snapshot is merged into. */
export interface RestoreTarget {
  readonly library: CopyTarget
  readonly glossary: CopyTarget
  /** Whether the library has a report, maybe after it was brought back from the bin. */
  readonly findReport: (id: string) => Promise<'there' | 'brought-back' | 'missing'>
  /** Does something with the targets of a report that is there; what it has more then. */
  readonly intoReport: (
    id: string,
    act: (targets: readonly CopyTarget[]) => Promise<void>,
  ) => Promise<Pick<RestoreOutcome, 'annotations' | 'conflicts'>>
}

/** Is told how many of the reports have been looked at. */
export type OnProgress = (done: number, total: number) => void

/**
 * Merges a snapshot into a library: nothing that is there is replaced, nothing that was deleted since comes back, what
 * was edited apart is a conflict to settle. Reports whose folder is gone are brought back from the bin where they are
 * there, and named where not. Rejects only where the disk fails.
 */
export async function restoreSnapshot(
  { created }: SnapshotHead,
  entries: readonly SnapshotEntry[],
  target: RestoreTarget,
  onProgress: OnProgress,
): Promise<RestoreOutcome> {
  const restored = new Restoring(target)
  for (const entry of entries) await restored.takeIn(entry)
  for (const [index, [id, records]] of [...restored.reports].entries()) {
    onProgress(index, restored.reports.size)
    await restored.takeInReport(id, records)
  }
  const { annotations, conflicts, broughtBack, missing, unreadable } = restored
  const reports = restored.reports.size - missing.length
  return { created, reports, annotations, conflicts, broughtBack, missing, unreadable }
}

/** A report's records in a snapshot. */
interface ReportEntries {
  report?: SnapshotEntry
  annotations?: SnapshotEntry
}

class Restoring {
  readonly #target: RestoreTarget
  readonly reports = new Map<string, ReportEntries>()
  readonly broughtBack: string[] = []
  readonly missing: RestoreOutcome['missing'][number][] = []
  readonly unreadable: RestoreOutcome['unreadable'][number][] = []
  annotations = 0
  conflicts = 0

  constructor(target: RestoreTarget) {
    this.#target = target
  }

  /** Merges what holds for the whole library, and gathers what belongs to one report. */
  async takeIn(entry: SnapshotEntry): Promise<void> {
    const place = parseRecordPath(entry.path)
    if (place === null) this.unreadable.push({ path: entry.path, message: '快照里不该有这个文件，没有理会它。' })
    else if (typeof place === 'string') await this.#absorb(this.#target[place], entry)
    else this.reports.set(place.report, { ...this.reports.get(place.report), [place.file]: entry })
  }

  async takeInReport(id: string, { report, annotations }: ReportEntries): Promise<void> {
    const state = await this.#target.findReport(id)
    if (state === 'missing') {
      this.missing.push({ id, ...describe(report, annotations) })
      return
    }
    if (state === 'brought-back') this.broughtBack.push(id)
    const entries = new Map([
      ['report.json', report],
      ['annotations.json', annotations],
    ])
    const more = await this.#target.intoReport(id, async (targets) => {
      for (const target of targets) {
        const entry = entries.get(target.file)
        if (entry) await this.#absorb(target, entry)
      }
    })
    this.annotations += more.annotations
    this.conflicts += more.conflicts
  }

  async #absorb({ absorb }: CopyTarget, { path, content }: SnapshotEntry): Promise<void> {
    try {
      await absorb(parseJson(content))
    } catch (error) {
      const message = explain(error)
      if (message === null) throw error
      this.unreadable.push({ path, message })
    }
  }
}

function describe(report: SnapshotEntry | undefined, annotations: SnapshotEntry | undefined) {
  const record = report && readOrNull<ReportRecord>(() => parseRecord(reportForm, parseJson(report.content)).record)
  const notes =
    annotations && readOrNull(() => parseRecord(annotationsForm, parseJson(annotations.content)).record.annotations)
  return {
    file: record?.originals[0]?.file ?? null,
    annotations: notes?.filter(({ deleted }) => !deleted).length ?? 0,
  }
}

function readOrNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function explain(error: unknown): string | null {
  if (error instanceof LibraryError) return error.message
  return error instanceof Error && error.name === 'ZodError' ? '快照里的这个文件在当时就已损坏，没有恢复它。' : null
}

/** What no JSON can be: no record has its form. */
function parseJson(content: string): unknown {
  return readOrNull(() => JSON.parse(content) as unknown) ?? undefined
}
