import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'

export function registerGlossaryHandlers({ library, windows }: ReadingRoom): void {
  handle('glossary:reports', () => library.glossaries())

  handle('glossary:reader-terms', () => library.readerTerms())

  handle('glossary:change', async ([change]) => {
    const changed = await library.changeReaderTerm(change)
    windows.broadcast('glossary:changed', library.readerTerms())
    return changed
  })

  handle('glossary:uses', ([term]) => library.termUses(term))
}
