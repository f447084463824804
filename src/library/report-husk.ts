import { hasConflictCopies } from './conflict-copies.ts'
import { namesIn } from './folder-names.ts'
import { ANNOTATIONS_FILE, RECORD_FILE } from './library-paths.ts'

/** Files that a folder may hold when its report is not there: those of a synchroniser, what is half written, and generations before. */
const NOT_OF_A_REPORT = /^\.|\.tmp$|\.previous\.json$/

/** Whether a report's folder holds nothing of a report: it was moved to the bin elsewhere, or is only arriving. */
export async function isHusk(folder: string): Promise<boolean> {
  return (await namesIn(folder)).every((name) => NOT_OF_A_REPORT.test(name))
}

/** Whether there is something in a report's folder that a reader wrote. The generation before is no such thing. */
export async function isWritten(folder: string): Promise<boolean> {
  const written = [RECORD_FILE, ANNOTATIONS_FILE]
  const names = await namesIn(folder)
  return written.some((name) => names.includes(name)) || (await hasConflictCopies(folder, written))
}
