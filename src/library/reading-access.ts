import type { ReportTrouble } from './durable-json-file.ts'
import type { FileAccess } from './folder-access.ts'

/** For files that are read and never written. */
export function readingAccess(onTrouble: ReportTrouble = () => undefined): FileAccess {
  return { readOnly: true, onTrouble, confirm: async () => undefined, writer: '' }
}
