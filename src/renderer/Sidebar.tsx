import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { TermsPanel } from './glossary/TermsPanel.tsx'
import { zh } from './interface/zh.ts'
import { useAnnotations } from './notes/annotation-store.ts'
import { NotesPanel } from './notes/NotesPanel.tsx'
import { OutlinePanel } from './reader/OutlinePanel.tsx'
import { type Reading, type SidebarTab, showTab, useReader } from './reader/reader-store.ts'
import css from './Sidebar.module.css'

/** What belongs to the report beside its page: outline, terms, notes. */
export function Sidebar({ reading }: { readonly reading: Reading }) {
  const tab = useReader((state) => state.tab)
  const notes = useAnnotations((state) => state.annotations.filter((annotation) => !annotation.deleted).length)
  return (
    <aside className={css.sidebar} aria-label={zh.sidebar}>
      <Tabs className={css.tabs ?? ''} selectedKey={tab} onSelectionChange={(key) => showTab(key as SidebarTab)}>
        <TabList className={css.list ?? ''} aria-label={zh.sidebar}>
          <Tab className={css.tab ?? ''} id="outline">
            {zh.outline}
          </Tab>
          <Tab className={css.tab ?? ''} id="terms" aria-label={zh.terms}>
            {zh.terms} <small>{reading.headwords.length || ''}</small>
          </Tab>
          <Tab className={css.tab ?? ''} id="notes" aria-label={zh.notes}>
            {zh.notes} <small>{notes || ''}</small>
          </Tab>
        </TabList>
        <TabPanel className={css.panel ?? ''} id="outline">
          <OutlinePanel reading={reading} />
        </TabPanel>
        <TabPanel className={css.panel ?? ''} id="terms">
          <TermsPanel reading={reading} />
        </TabPanel>
        <TabPanel className={css.panel ?? ''} id="notes">
          <NotesPanel />
        </TabPanel>
      </Tabs>
    </aside>
  )
}
