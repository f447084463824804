import type { WrittenExport } from '../../core/export/export-view.ts'
import { textsNow } from '../interface/define-texts.ts'
import { tell, tellBriefly } from '../library/library-store.ts'
import { texts } from './texts.ts'

/** Says what an export has written, and what not. */
export function tellWritten({ target, files, failed, stopped }: WrittenExport): void {
  const t = textsNow(texts)
  const isOne = files === 1 && failed.length === 0 && !stopped
  tellBriefly(isOne ? t.savedAs(target) : t.savedMany(files, target))
  tell(...(stopped ? [t.stopped] : []), ...failed.map(({ file, reason }) => t.fileFailed(file, reason)))
}
