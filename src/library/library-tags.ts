import { setImmediate } from 'node:timers/promises'
import { type Annotation, tagsSchema } from '../core/annotation/annotation.ts'
import type { TagOutcome, TagProgress } from '../core/library-view.ts'
import type { Problem } from '../core/result.ts'
import { changeTags, checkTagChange, isConcerned, type TagChange } from '../core/tags/change-tags.ts'
import { toTags } from '../core/tags/tag.ts'
import { changeAnnotationTags, type EditedTags, type TagEdits, takeBackAnnotationTags } from '../core/tags/tag-edits.ts'
import { describeSystemError } from './describe-system-error.ts'
import { LibraryGoneError } from './library-error.ts'
import { errorCode } from './node-errors.ts'
import type { OpenReport } from './open-report.ts'
import type { ReportsAtHand } from './reports-at-hand.ts'

/** How a change of many reports is followed, and ended before its end. */
export interface TagRun {
  readonly onProgress?: (progress: TagProgress) => void
  /** Called when a report that was changed is on the disk. */
  readonly onEdited?: (reportId: string) => void
  /** Asked between two reports. */
  readonly isCancelled?: () => boolean
}

/**
 * The tags of all reports and their annotations. A report that fails is told and the others go on; what is changed in one
 * report is on the disk before the next has its turn. Made twice a change is made once, so that one that was cut off is
 * finished by doing it again.
 */
export class LibraryTags {
  readonly #reports: ReportsAtHand
  readonly #checked: () => Promise<void>

  /** `checked` resolves when the list says what the folders do. */
  constructor(reports: ReportsAtHand, checked: () => Promise<void>) {
    this.#reports = reports
    this.#checked = checked
  }

  /** Renames, merges or deletes a tag in all reports. Rejects with a `TagChangeError` for a name that cannot be one. */
  async change(wanted: TagChange, run: TagRun = {}): Promise<TagOutcome> {
    const change = checkTagChange(wanted)
    const now = this.#reports.parts.now()
    const edit: ReportEdit = {
      own: (tags) => changeTags(tags, change),
      annotations: (annotations) => changeAnnotationTags(annotations, change, now),
    }
    return this.#reports.whenWritable(async () => {
      await this.#checked()
      return this.#through(await this.#concerned(change), run, () => edit)
    })
  }

  /**
   * Takes a change back. What the reader made of a note's tags since stays; the outcome has what was put back, so that
   * this can be taken back as well.
   */
  takeBack(edits: readonly TagEdits[], run: TagRun = {}): Promise<TagOutcome> {
    const byId = new Map(edits.map((each) => [each.reportId, each]))
    const now = this.#reports.parts.now()
    const editOf = (id: string): ReportEdit => {
      const { own = null, annotations: made = [] } = byId.get(id) ?? {}
      return {
        own: (tags) => (own !== null && JSON.stringify(tags) === JSON.stringify(own.after) ? own.before : tags),
        annotations: (annotations) => takeBackAnnotationTags(annotations, made, now),
      }
    }
    return this.#reports.whenWritable(() => this.#through([...byId.keys()], run, editOf))
  }

  /** Gives a report tags of its own; those that it has then are on the disk. */
  setOwn(id: string, tags: readonly string[]): Promise<readonly string[]> {
    const own = tagsSchema.parse(toTags(tags))
    return this.#reports.write(id, async (report) => {
      await report.record.change((before) => ({ ...before, tags: own }))
      return report.record.record.tags
    })
  }

  /** The reports that a change speaks of: by the list where their files are as they were, and else all that changed. */
  async #concerned(change: TagChange): Promise<string[]> {
    const asked = await Promise.all(
      this.#reports.list.rows.map(async ({ summary: { id, tags, tagCounts } }) => {
        const told = [...tags, ...tagCounts.filter(({ own }) => own > 0).map(({ path }) => path)]
        const isAsTold =
          !told.some((tag) => isConcerned(tag, change)) && (await this.#reports.list.findFresh(id)) !== null
        return isAsTold ? [] : [id]
      }),
    )
    return asked.flat()
  }

  async #through(
    ids: readonly string[],
    { onProgress, onEdited, isCancelled }: TagRun,
    editOf: (id: string) => ReportEdit,
  ): Promise<TagOutcome> {
    const edits: TagEdits[] = []
    const failed: { reportId: string; problem: Problem }[] = []
    for (const [done, reportId] of ids.entries()) {
      if (isCancelled?.()) return { edits, failed, cancelled: true }
      onProgress?.({ done, total: ids.length, reportId })
      const made: Made = { own: null, annotations: [] }
      const failure = await this.#reports
        .writeBriefly(reportId, (report) => editReport(report, editOf(reportId), made))
        .catch((error: unknown) => ({ error }))
      if (made.own !== null || made.annotations.length > 0) {
        edits.push({ reportId, ...made })
        onEdited?.(reportId)
      }
      if (failure) {
        failed.push({ reportId, problem: problemOf(failure.error) })
        // Without the library no other report can be reached either.
        if (failure.error instanceof LibraryGoneError) return { edits, failed, cancelled: true }
      }
      // Whatever else is asked for has its turn between two reports.
      await setImmediate()
    }
    return { edits, failed, cancelled: false }
  }
}

/** What is done to one report: to its own tags, and to its annotations. The very list given says that nothing is. */
interface ReportEdit {
  readonly own: (tags: readonly string[]) => readonly string[]
  readonly annotations: (annotations: readonly Annotation[]) => EditedTags
}

/** What was done to one report so far. */
interface Made {
  own: TagEdits['own']
  annotations: TagEdits['annotations']
}

async function editReport(report: OpenReport, { own, annotations }: ReportEdit, made: Made): Promise<void> {
  // Looked at before it is written: what one of the two files would be refused for must not find the other written.
  const planned = annotations(report.annotations.record.annotations)
  const before = report.record.record.tags
  const after = own(before)
  if (planned.edits.length > 0) {
    let { edits } = planned
    await report.annotations.change((record) => {
      const edited = annotations(record.annotations)
      edits = edited.edits
      return { ...record, annotations: edited.annotations }
    })
    made.annotations = edits
  }
  if (after !== before) {
    await report.record.change((record) => ({ ...record, tags: own(record.tags) }))
    made.own = { before, after }
  }
}

function problemOf(error: unknown): Problem {
  const message = describeSystemError(error) ?? (error instanceof Error ? error.message : String(error))
  return { code: errorCode(error) ?? (error instanceof Error ? error.name : 'unexpected'), message }
}
