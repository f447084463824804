import css from './App.module.css'
import { Dialogs } from './Dialogs.tsx'
import { useTexts } from './interface/define-texts.ts'
import { isPanelShown, useLayout } from './interface/layout-store.ts'
import { Toast } from './interface/Toast.tsx'
import { DropTarget } from './library/DropTarget.tsx'
import { FirstStart } from './library/FirstStart.tsx'
import { ImportStrip } from './library/ImportStrip.tsx'
import { LibraryPanel } from './library/LibraryPanel.tsx'
import { useLibrary } from './library/library-store.ts'
import { texts } from './library/texts.ts'
import { Messages } from './Messages.tsx'
import { Reader } from './reader/Reader.tsx'
import { useReader } from './reader/reader-store.ts'
import { Sidebar } from './Sidebar.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TagStrip } from './tags/TagStrip.tsx'
import { TroubleStrip } from './troubles/TroubleStrip.tsx'
import { useWindowWidth } from './window-width.ts'

/** The window: the library on the left, the page, what belongs to it on the right, the status line below. */
export function App() {
  const t = useTexts(texts)
  const reports = useLibrary((state) => state.reports)
  const reading = useReader((state) => state.reading)
  const opening = useReader((state) => state.opening)
  const width = useWindowWidth()
  const libraryShown = useLayout((state) => isPanelShown(state, 'library', width))
  const sidebarShown = useLayout((state) => isPanelShown(state, 'sidebar', width))

  // Before a report is open the list is the way to one, however narrow the window.
  const library = (libraryShown || reading === null) && reports.length > 0
  const sidebar = sidebarShown && reading !== null
  return (
    <div
      className={css.window}
      data-library={library}
      data-sidebar={sidebar}
      data-reading={reading !== null}
      aria-busy={opening !== null}
    >
      {library && <LibraryPanel />}
      {reading ? (
        <Reader key={reading.opened.summary.id} reading={reading} />
      ) : opening ? (
        <p className={css.opening}>{t.opening}</p>
      ) : (
        <FirstStart empty={reports.length === 0} />
      )}
      {sidebar && <Sidebar reading={reading} />}
      <TroubleStrip />
      <StatusBar reading={reading} />
      <div className={css.notices}>
        <ImportStrip />
        <TagStrip />
        <Messages />
        <Toast />
      </div>
      <DropTarget />
      <Dialogs />
    </div>
  )
}
