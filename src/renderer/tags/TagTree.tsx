import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button, Collection, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import type { TagNode } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openMenuInside } from '../interface/open-menu-inside.ts'
import { TagMenu } from './TagMenu.tsx'
import css from './Tags.module.css'
import { texts } from './texts.ts'

interface TagTreeProps {
  readonly tree: readonly TagNode[]
  readonly onFollow: (tag: TagNode) => void
  /** Paths of the tags that are unfolded; null where the reader's own folding counts. */
  readonly unfolded: readonly string[] | null
  /** What the menu of a tag calls what a press on it does. */
  readonly menuFollow: string
}

/** Tags under each other, with how many annotations have them. */
export function TagTree({ tree, onFollow, unfolded, menuFollow }: TagTreeProps) {
  const t = useTexts(texts)
  const [chosen, setChosen] = useState<ReadonlySet<Key>>(new Set())
  const row = (tag: TagNode) => (
    <TreeItem
      key={tag.path}
      id={tag.path}
      textValue={tag.name}
      className={css.row ?? ''}
      onAction={() => onFollow(tag)}
      onContextMenu={openMenuInside}
      aria-label={[tag.path, t.annotations(tag.all), ...(tag.all === 0 ? [t.reports(tag.reports.length)] : [])].join(
        ' ',
      )}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className={css.line}>
            {hasChildItems ? (
              <Button slot="chevron" className={css.chevron ?? ''} aria-label={isExpanded ? t.fold : t.unfold}>
                <ChevronRight size={14} aria-hidden="true" />
              </Button>
            ) : (
              <span className={css.chevron} />
            )}
            <span className={css.name} title={tag.path}>
              {tag.name}
            </span>
            <TagMenu tag={tag} follow={menuFollow} onFollow={() => onFollow(tag)} />
            <small className={css.count}>{tag.all}</small>
          </div>
        )}
      </TreeItemContent>
      <Collection items={tag.children}>{row}</Collection>
    </TreeItem>
  )
  return (
    <Tree
      className={css.tree ?? ''}
      aria-label={t.tree}
      items={tree}
      selectionMode="none"
      expandedKeys={unfolded ?? chosen}
      onExpandedChange={(keys) => setChosen(new Set(keys))}
    >
      {row}
    </Tree>
  )
}
