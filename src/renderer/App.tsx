import css from './App.module.css'
import { zh } from './interface/zh.ts'
import { FirstStart } from './library/FirstStart.tsx'
import { LibraryPanel } from './library/LibraryPanel.tsx'
import { useLibrary } from './library/library-store.ts'
import { Messages } from './Messages.tsx'
import { Reader } from './reader/Reader.tsx'
import { isPanelShown, useReader } from './reader/reader-store.ts'
import { Sidebar } from './Sidebar.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useWindowWidth } from './window-width.ts'

/** The window: the library on the left, the page, what belongs to it on the right, the status line below. */
export function App() {
  const reports = useLibrary((state) => state.reports)
  const reading = useReader((state) => state.reading)
  const opening = useReader((state) => state.opening)
  const width = useWindowWidth()
  const libraryShown = useReader((state) => isPanelShown('library', state.libraryShown, width))
  const sidebarShown = useReader((state) => isPanelShown('sidebar', state.sidebarShown, width))
  if (reports === null) return null

  // Before a report is open the list is the way to one, however narrow the window.
  const library = (libraryShown || reading === null) && reports.length > 0
  const sidebar = sidebarShown && reading !== null
  return (
    <div className={css.window} data-library={library} data-sidebar={sidebar} aria-busy={opening !== null}>
      {library && <LibraryPanel />}
      {reading ? (
        <Reader key={reading.opened.summary.id} reading={reading} />
      ) : opening ? (
        <p className={css.opening}>{zh.opening}</p>
      ) : (
        <FirstStart empty={reports.length === 0} />
      )}
      {sidebar && <Sidebar reading={reading} />}
      <StatusBar reading={reading} />
      <Messages />
    </div>
  )
}
