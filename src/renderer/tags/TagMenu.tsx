import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { TagNode } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import menu from '../interface/menu.module.css'
import { askAboutTag } from './ask-about-tag.ts'
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
          <MenuItem className={menu.item ?? ''} onAction={() => askAboutTag('rename-tag', path)}>
            {t.rename}
          </MenuItem>
          <MenuItem className={menu.item ?? ''} onAction={() => askAboutTag('delete-tag', path)}>
            {t.delete}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
