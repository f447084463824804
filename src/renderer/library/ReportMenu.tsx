import { Ellipsis } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
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

/** What can be done with a report of the list besides reading it. Made when it is asked for: a list may have thousands. */
export function ReportMenu({ summary }: { readonly summary: ReportSummary }) {
  const t = useTexts(texts)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={css.more}
        aria-label={`${t.rowMenu}：${nameOf(summary)}`}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={15} aria-hidden="true" />
      </button>
      {open && <OpenMenu summary={summary} button={button} onClose={() => setOpen(false)} />}
    </>
  )
}

interface OpenMenuProps {
  readonly summary: ReportSummary
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

function OpenMenu({ summary, button, onClose }: OpenMenuProps) {
  const t = useTexts(texts)
  return (
    <Popover
      className={menu.popover ?? ''}
      placement="bottom end"
      isOpen
      triggerRef={button}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Menu
        className={menu.menu ?? ''}
        aria-label={`${t.rowMenu}：${nameOf(summary)}`}
        autoFocus="first"
        onClose={onClose}
      >
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
  )
}
