import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ReportSummary } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import menu from '../interface/menu.module.css'
import { meipi } from '../meipi-api.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import css from './LibraryPanel.module.css'
import { nameOf } from './library-store.ts'
import { removeReport } from './remove-report.ts'
import { texts } from './texts.ts'

/** What can be done with a report of the list besides reading it. */
export function ReportMenu({ summary }: { readonly summary: ReportSummary }) {
  const t = useTexts(texts)
  return (
    <MenuTrigger>
      <Button className={css.more ?? ''} aria-label={`${t.rowMenu}：${nameOf(summary)}`}>
        <Ellipsis size={15} aria-hidden="true" />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''}>
          <MenuItem className={menu.item ?? ''} onAction={() => void meipi.openWindow(summary.id)}>
            {t.openInNewWindow}
          </MenuItem>
          <MenuItem className={menu.item ?? ''} onAction={() => void meipi.openBeside(summary.id)}>
            {t.readBeside}
          </MenuItem>
          <MenuItem
            className={menu.item ?? ''}
            onAction={() => {
              if (!refuseIfReadOnly()) openDialog({ kind: 'edition', reportId: summary.id })
            }}
          >
            {t.replaceText}
          </MenuItem>
          <MenuItem className={menu.item ?? ''} onAction={() => void removeReport(summary.id)}>
            {t.remove}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
