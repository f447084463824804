import { runCommand } from './commands/run-command.ts'
import { receiveTermConflicts } from './conflicts/conflict-store.ts'
import { useExportProgress } from './export/progress-store.ts'
import { receiveReaderTerms, refreshDictionary } from './glossary/dictionary-store.ts'
import { useDialog } from './interface/dialog-store.ts'
import { describeProblem } from './interface/problem-text.ts'
import { receiveLibrary, tell, useLibrary } from './library/library-store.ts'
import { openImported } from './library/open-files.ts'
import { meipi } from './meipi-api.ts'
import { retrySaving } from './notes/annotation-store.ts'
import { flushDrafts } from './notes/drafts.ts'
import { followLink } from './reader/follow-link.ts'
import { findPlacesAnew, openReport } from './reader/reader-store.ts'
import { receiveSettings } from './settings/settings-store.ts'
import { receiveTagProgress } from './tags/tag-progress.ts'
import { refreshIfOpen } from './troubles/refresh-report.ts'
import { watchFocus } from './troubles/watch-focus.ts'

/** Answers what the main process tells the page. */
export function listenToMain(): void {
  watchFocus()
  meipi.on('library:changed', (state) => {
    receiveLibrary(state)
    void refreshDictionary(state.glossaryVersion).then(findPlacesAnew)
  })
  meipi.on('library:import-progress', (importing) => useLibrary.setState({ importing }))
  meipi.on('library:imported', (outcomes) => void openImported(outcomes))
  meipi.on('tags:progress', receiveTagProgress)
  meipi.on('report:changed', (id) => void refreshIfOpen(id))
  meipi.on('settings:changed', receiveSettings)
  meipi.on('glossary:changed', (terms) => {
    receiveReaderTerms(terms)
    findPlacesAnew()
  })
  meipi.on('export:progress', (progress) => useExportProgress.setState({ progress }))
  meipi.on('glossary:conflicts', receiveTermConflicts)
  meipi.on('report:show', (id) => void openReport(id))
  meipi.on('link:open', (link) => void followLink(link))
  meipi.on('link:refused', (problem) => tell(describeProblem(problem)))
  meipi.on('menu:command', (id) => {
    // A dialog that is open wants its answer first.
    if (useDialog.getState().dialog === null) runCommand(id)
  })
  meipi.on('window:flush', () => {
    flushDrafts()
    void retrySaving().then((saved) => meipi.windowFlushed(saved.ok))
  })
}

/** Asks for what the window starts from, and says that it is ready to be told more. */
export async function beginWindow(): Promise<void> {
  const answer = await meipi.windowState()
  if (answer.ok) {
    receiveSettings(answer.value.settings)
    receiveLibrary(answer.value.library)
    const { glossaryVersion } = answer.value.library
    // What thousands of reports explain takes its time: the list and the page come first.
    requestIdleCallback(() => void refreshDictionary(glossaryVersion).then(findPlacesAnew), { timeout: 2000 })
    void meipi.readerTermConflicts().then((found) => found.ok && receiveTermConflicts(found.value))
    if (answer.value.reportId !== null) void openReport(answer.value.reportId)
  } else tell(describeProblem(answer.problem))
  await meipi.windowReady()
}
