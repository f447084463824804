import { handle, sendEvent } from '../ipc.ts'
import { ReaderProblem } from '../reader-problem.ts'
import type { ReadingRoom } from '../reading-room.ts'

export function registerSnapshotHandlers({ library, windows, libraryChanged }: ReadingRoom): void {
  const { snapshots } = library

  handle('snapshots:list', () => snapshots.summaries())

  handle('snapshots:make', async () => {
    await snapshots.make()
    return null
  })

  handle('snapshots:restore', async ([name], window) => {
    // By its name in the list: the page never says a path.
    const snapshot = (await snapshots.list()).find((each) => each.name === name)
    if (!snapshot) throw new ReaderProblem('no-snapshot', '这个快照已经不在了。请换一个快照。')
    try {
      return await snapshots.restore(snapshot.path, (done, total) =>
        sendEvent(window, 'snapshots:progress', { done, total }),
      )
    } finally {
      // What fails half-way has brought something back too.
      libraryChanged()
      windows.broadcast('glossary:changed', library.readerTerms())
      windows.broadcast('glossary:conflicts', library.readerTermConflicts())
    }
  })
}
