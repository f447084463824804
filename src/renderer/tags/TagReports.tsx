import { ChevronLeft } from 'lucide-react'
import { findTag } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import { nameOf } from '../library/library-store.ts'
import { TagMenu } from './TagMenu.tsx'
import css from './Tags.module.css'
import { tagInReports } from './tag-in-reports.ts'
import { showNotesWith, showTagView } from './tag-view-store.ts'
import { texts } from './texts.ts'
import { useMarkedReports, useTagTree } from './use-tag-tree.ts'

/** The reports that have a tag; a press opens one at its notes with it. */
export function TagReports({ path }: { readonly path: string }) {
  const t = useTexts(texts)
  const tree = useTagTree('all')
  const reports = useMarkedReports()
  const tag = findTag(tree, path)
  return (
    <>
      <div className={css.head}>
        <button type="button" className={css.back} onClick={() => showTagView('all')}>
          <ChevronLeft size={14} aria-hidden="true" />
          {t.back}
        </button>
        <h2 className={css.title}>#{path}</h2>
        {tag && <TagMenu tag={tag} />}
      </div>
      {!tag && <p className={css.empty}>{t.noneMatches}</p>}
      {tag && (
        <ul aria-label={t.reportsWith(path)}>
          {tagInReports(reports, tag).map(({ report, annotations, isOwn }) => (
            <li key={report.id} className={css.report}>
              <button type="button" onClick={() => showNotesWith(report.id, path)}>
                <b>{nameOf(report)}</b>
                <small>
                  {[...(isOwn ? [t.ownTag] : []), ...(annotations > 0 ? [t.annotations(annotations)] : [])].join(' · ')}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
