import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { closeDialog } from './dialog-store.ts'
import css from './ModalDialog.module.css'

interface ModalDialogProps {
  readonly title: string
  readonly wide?: boolean
  /** Whether it takes most of the window, and its children see to what scrolls. */
  readonly large?: boolean
  /** Whether something was written that closing would throw away: then Escape and a click beside the dialog do nothing. */
  readonly guarded?: boolean
  readonly children: ReactNode
}

/** A dialog before the page, with its title. Escape and a click beside it close it; the keyboard stays inside. */
export function ModalDialog({ title, wide = false, large = false, guarded = false, children }: ModalDialogProps) {
  const opener = useRef(document.activeElement)
  useEffect(() => () => keepKeyboard(opener.current), [])
  return (
    <ModalOverlay
      className={css.overlay ?? ''}
      isOpen
      isDismissable={!guarded}
      isKeyboardDismissDisabled={guarded}
      onOpenChange={(open) => !open && closeDialog()}
    >
      <Modal className={css.modal ?? ''} data-wide={wide || undefined} data-large={large || undefined}>
        <Dialog className={css.dialog ?? ''}>
          <Heading slot="title" className={css.title ?? ''}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** How long a dialog that has gone may take to give the keyboard back, in milliseconds. */
const HANDING_BACK = 200

/**
 * When a dialog has gone the keyboard goes back to what it was opened from, some frames later, which on a busy machine
 * may be too late or never. That may be gone as well: then the keyboard is on the page, and not nowhere.
 */
function keepKeyboard(opener: Element | null): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return
    const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : null
    const target = back ?? document.querySelector<HTMLElement>('main')
    target?.focus({ preventScroll: true })
  }, HANDING_BACK)
}
