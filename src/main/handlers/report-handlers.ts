import type { Library } from '../../library/library.ts'
import { handle } from '../ipc.ts'

export function registerReportHandlers(library: Library): void {
  handle('report:open', ([id]) => library.openReport(id))

  handle('report:save-place', async ([id, offset, progress]) => {
    await library.saveReadingPlace(id, offset, progress)
    return null
  })

  handle('annotation:change', ([id, change]) => library.changeAnnotation(id, change))
}
