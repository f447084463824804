import { assertNever } from '../core/assert-never.ts'
import type { MenuCommand } from '../core/ipc-contract.ts'
import { exportMarkdown } from './export/export-command.ts'
import { refreshLibrary, useLibrary } from './library/library-store.ts'
import { openImported } from './library/open-files.ts'
import { meipi } from './meipi-api.ts'
import { retrySaving } from './notes/annotation-store.ts'
import { flushDrafts } from './notes/drafts.ts'
import { togglePanel } from './reader/reader-store.ts'

/** Answers what the main process tells the page, and says that the page is ready to be told. */
export function listenToMain(): void {
  meipi.on('library:changed', (state) => useLibrary.getState().receive(state))
  meipi.on('library:imported', (outcomes) => void openImported(outcomes))
  meipi.on('menu:command', runCommand)
  meipi.on('window:flush', () => {
    flushDrafts()
    void retrySaving().then((saved) => meipi.windowFlushed(saved.ok))
  })
  void refreshLibrary().then(() => meipi.windowReady())
}

function runCommand(command: MenuCommand): void {
  switch (command) {
    case 'export-markdown':
      void exportMarkdown()
      return
    case 'toggle-library':
      togglePanel('library')
      return
    case 'toggle-sidebar':
      togglePanel('sidebar')
      return
    default:
      assertNever(command)
  }
}
