import { namesIn, REPORT_ID } from './folder-names.ts'
import type { LibraryPaths } from './library-paths.ts'
import type { ReportList } from './report-list.ts'
import type { SerialQueue } from './serial-queue.ts'

export interface CheckOptions {
  readonly paths: LibraryPaths
  readonly list: ReportList
  /** In which whole reports come and go. */
  readonly queue: SerialQueue
  /** Whether there is no need to go on. */
  readonly isOver: () => boolean
}

/** How many reports are looked at at once. */
const PORTION = 100

/**
 * Makes the list say what the folders do: rows of folders that are gone go, fresh rows stay, and every other report is
 * read, one after another, as whole reports come and go.
 */
export async function checkReports({ paths, list, queue, isOver }: CheckOptions): Promise<void> {
  const ids = await queue.run(async () => {
    const names = (await namesIn(paths.reports)).filter((name) => REPORT_ID.test(name)).sort()
    const there = new Set(names)
    for (const { summary } of list.rows) if (!there.has(summary.id)) list.forget(summary.id)
    return names
  })
  for (let start = 0; start < ids.length && !isOver(); start += PORTION) {
    const portion = ids.slice(start, start + PORTION)
    const isFresh = await Promise.all(portion.map((id) => list.findFresh(id)))
    for (const [index, take] of isFresh.entries()) {
      const id = portion[index] ?? ''
      if (take) take()
      else if (!isOver()) await queue.run(() => list.load(id))
    }
  }
}
