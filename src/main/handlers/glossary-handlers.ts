import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'

export function registerGlossaryHandlers({ library, windows, tellNotices }: ReadingRoom): void {
  const termsChanged = () => {
    windows.broadcast('glossary:changed', library.readerTerms())
    windows.broadcast('glossary:conflicts', library.readerTermConflicts())
  }

  handle('glossary:reports', () => library.glossaries())

  handle('glossary:reader-terms', () => library.readerTerms())

  handle('glossary:conflicts', () => library.readerTermConflicts())

  handle('glossary:refresh', async () => {
    if (await library.refreshReaderTerms()) termsChanged()
    tellNotices()
    return null
  })

  handle('glossary:change', async ([change]) => {
    const changed = await library.changeReaderTerm(change)
    termsChanged()
    tellNotices()
    return changed
  })

  handle('glossary:uses', ([term]) => library.termUses(term))
}
