import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'

export function registerGlossaryHandlers({ library, tellNotices, termsChanged }: ReadingRoom): void {
  handle('glossary:reports', () => library.glossaries())

  handle('glossary:reader-terms', () => library.readerTerms())

  handle('glossary:conflicts', () => library.readerTermConflicts())

  handle('glossary:change', async ([change]) => {
    const changed = await library.changeReaderTerm(change)
    termsChanged()
    tellNotices()
    return changed
  })

  handle('glossary:uses', ([term]) => library.termUses(term))
}
