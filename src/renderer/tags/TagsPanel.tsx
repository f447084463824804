import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { filterTags, findTag, type TagNode, tagsOf } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import { SearchBox } from '../interface/SearchBox.tsx'
import { useReader } from '../reader/reader-store.ts'
import { askAboutTag } from './ask-about-tag.ts'
import { findsTag } from './finds-tag.ts'
import css from './Tags.module.css'
import { TagTree } from './TagTree.tsx'
import { showNotesWith, showReportsWith } from './tag-view-store.ts'
import { texts } from './texts.ts'
import { useTagTree } from './use-tag-tree.ts'

/** The tags of the open report or of all reports as a tree, to go by, and to be renamed, merged and deleted. */
export function TagsPanel({ scope }: { readonly scope: 'report' | 'all' }) {
  const t = useTexts(texts)
  const tree = useTagTree(scope)
  const open = useReader((state) => state.reading?.opened.summary.id)
  const [query, setQuery] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  const shown = useMemo(
    () => (query === '' ? tree : filterTags(tree, ({ path }) => findsTag(path, query))),
    [tree, query],
  )
  const follow = ({ path }: TagNode) => {
    if (scope === 'all') showReportsWith(path)
    else if (open !== undefined) showNotesWith(open, path)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement ? event.target.closest('[role="row"]') : null
    const tag = findTag(tree, row?.getAttribute('data-key') ?? '')
    if (!tag || (event.key !== 'F2' && event.key !== 'Delete')) return
    event.preventDefault()
    askAboutTag(event.key === 'F2' ? 'rename-tag' : 'delete-tag', tag.path)
  }
  if (tree.length === 0) return <p className={css.empty}>{scope === 'all' ? t.noneAtAll : t.noneInReport}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside, where React Aria leaves them alone
    <div ref={panel} onKeyDown={onKeyDown}>
      <div className={css.filter}>
        <SearchBox
          label={t.filter}
          placeholder={t.filterPlaceholder}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('')
            else if (event.key === 'Enter' || event.key === 'ArrowDown')
              panel.current?.querySelector<HTMLElement>('[role="row"]')?.focus()
            else return
            event.preventDefault()
          }}
        />
      </div>
      {shown.length === 0 && <p className={css.empty}>{t.noneMatches}</p>}
      <TagTree
        tree={shown}
        onFollow={follow}
        // What was found is seen, however deep it lies.
        unfolded={query === '' ? null : tagsOf(shown).map(({ path }) => path)}
        menuFollow={scope === 'all' ? t.showReports : t.showNotes}
      />
    </div>
  )
}
