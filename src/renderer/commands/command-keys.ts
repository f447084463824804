import type { CommandId } from '../../core/commands.ts'
import { closeDialog, useDialog } from '../interface/dialog-store.ts'
import { isTextField } from '../interface/text-field.ts'
import { commandOf } from './accelerator.ts'
import { runCommand } from './run-command.ts'

/** Keys that a text field has a use of its own for. */
const LEFT_TO_FIELDS: ReadonlySet<CommandId> = new Set(['undo', 'redo', 'back', 'forward', 'correct-block'])

/** Lets the keys of the commands act. While an input method composes, none does; before a dialog, they wait. */
export function listenToCommandKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return
    if (useDialog.getState().dialog !== null) {
      // A dialog that has not got the keyboard yet is closed all the same; one that has, sees to it itself.
      if (event.key === 'Escape' && !isInDialog(event.target)) closeDialog()
      return
    }
    const id = commandOf(event)
    if (id === null) return
    if (LEFT_TO_FIELDS.has(id) && isTextField(event.target)) return
    event.preventDefault()
    runCommand(id)
  })
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null
}
