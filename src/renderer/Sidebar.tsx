import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useConflicts } from './conflicts/conflict-store.ts'
import { TermsPanel } from './glossary/TermsPanel.tsx'
import { useTexts } from './interface/define-texts.ts'
import { type SidebarTab, showTab, useLayout } from './interface/layout-store.ts'
import { useAnnotations } from './notes/annotation-store.ts'
import { OutlinePanel } from './reader/OutlinePanel.tsx'
import type { Reading } from './reader/reader-store.ts'
import { texts } from './reader/texts.ts'
import css from './Sidebar.module.css'
import { NotesAndTags } from './tags/NotesAndTags.tsx'

/** What belongs to the report beside its page: outline, terms, notes. */
export function Sidebar({ reading }: { readonly reading: Reading }) {
  const t = useTexts(texts)
  const tab = useLayout((state) => state.tab)
  const notes = useAnnotations((state) => state.annotations.filter((annotation) => !annotation.deleted).length)
  const noteConflicts = useConflicts((state) => state.annotations.length)
  const termConflicts = useConflicts((state) => state.terms.length)
  const { terms } = reading.opened.summary
  return (
    <aside className={css.sidebar} aria-label={t.sidebar}>
      <Tabs className={css.tabs ?? ''} selectedKey={tab} onSelectionChange={(key) => showTab(key as SidebarTab)}>
        <TabList className={css.list ?? ''} aria-label={t.sidebar}>
          <Tab className={css.tab ?? ''} id="outline">
            {t.outline}
          </Tab>
          <Tab className={css.tab ?? ''} id="terms" aria-label={t.terms}>
            {t.terms}
            {/* A count is not part of the name, neither on the screen nor to a screen reader. */}
            <small data-count={terms || ''} />
            <small className={css.conflicts} data-count={termConflicts || ''} />
          </Tab>
          <Tab className={css.tab ?? ''} id="notes" aria-label={t.notes}>
            {t.notes}
            <small data-count={notes || ''} />
            <small className={css.conflicts} data-count={noteConflicts || ''} />
          </Tab>
        </TabList>
        <TabPanel className={css.panel ?? ''} id="outline">
          <OutlinePanel reading={reading} />
        </TabPanel>
        <TabPanel className={css.panel ?? ''} id="terms">
          <TermsPanel reading={reading} />
        </TabPanel>
        <TabPanel className={css.panel ?? ''} id="notes">
          <NotesAndTags />
        </TabPanel>
      </Tabs>
    </aside>
  )
}
