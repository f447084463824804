import chips from '../interface/chips.module.css'
import { useTexts } from '../interface/define-texts.ts'
import { NotesPanel } from '../notes/NotesPanel.tsx'
import { TagReports } from './TagReports.tsx'
import css from './Tags.module.css'
import { TagsPanel } from './TagsPanel.tsx'
import { showTagView, TAG_VIEWS, useTagView } from './tag-view-store.ts'
import { texts } from './texts.ts'

/** The notes of the open report, its tags, or those of all reports. */
export function NotesAndTags() {
  const t = useTexts(texts)
  const { view, at } = useTagView()
  return (
    <>
      <fieldset className={`${chips.chips} ${css.views}`} aria-label={t.view}>
        {TAG_VIEWS.map((each) => (
          <button key={each} type="button" aria-pressed={each === view} onClick={() => showTagView(each)}>
            {t.views[each]}
          </button>
        ))}
      </fieldset>
      {view === 'notes' ? (
        <NotesPanel />
      ) : view === 'all' && at !== null ? (
        <TagReports path={at} />
      ) : (
        <TagsPanel key={view} scope={view} />
      )}
    </>
  )
}
