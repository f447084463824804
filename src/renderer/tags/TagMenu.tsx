import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { TagNode } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import menu from '../interface/menu.module.css'
import css from './Tags.module.css'
import { texts } from './texts.ts'

interface TagMenuProps {
  readonly tag: TagNode
  /** What a press on the tag does, in words. */
  readonly follow?: string
  readonly onFollow?: () => void
}

/** What can be done with a tag. */
export function TagMenu({ tag: { path }, follow, onFollow }: TagMenuProps) {
  const t = useTexts(texts)
  return (
    <MenuTrigger>
      <Button className={css.more ?? ''} aria-label={t.menuOf(path)}>
        <Ellipsis size={15} aria-hidden="true" />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''}>
          {onFollow && (
            <MenuItem className={menu.item ?? ''} onAction={onFollow}>
              {follow}
            </MenuItem>
          )}
          <MenuItem className={menu.item ?? ''} onAction={() => openDialog({ kind: 'rename-tag', tag: path })}>
            {t.rename}
          </MenuItem>
          <MenuItem className={menu.item ?? ''} onAction={() => openDialog({ kind: 'delete-tag', tag: path })}>
            {t.delete}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
