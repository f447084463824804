import type { CommandId } from '../../core/commands.ts'
import { useDialog } from '../interface/dialog-store.ts'
import { isTextField } from '../interface/text-field.ts'
import { commandOf } from './accelerator.ts'
import { runCommand } from './run-command.ts'

/** Keys that a text field has a use of its own for. */
const LEFT_TO_FIELDS: ReadonlySet<CommandId> = new Set(['undo', 'redo', 'back', 'forward', 'correct-block'])

/** Lets the keys of the commands act. While an input method composes, none does; before a dialog, they wait. */
export function listenToCommandKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return
    const id = commandOf(event)
    if (id === null || useDialog.getState().dialog !== null) return
    if (LEFT_TO_FIELDS.has(id) && isTextField(event.target)) return
    event.preventDefault()
    runCommand(id)
  })
}
