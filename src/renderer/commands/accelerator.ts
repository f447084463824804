import { COMMAND_IDS, COMMAND_KEYS, type CommandId } from '../../core/commands.ts'

/** What of a keyboard event tells which command it asks for. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const MAC = navigator.platform.startsWith('Mac')

/** Keys whose name in an accelerator is not what the event calls them. */
const KEY_NAMES: Readonly<Record<string, string>> = { left: 'arrowleft', right: 'arrowright', plus: '+' }

/** How a key is written for the reader. */
const KEY_SIGNS: Readonly<Record<string, string>> = { CmdOrCtrl: MAC ? '⌘' : 'Ctrl', Left: '←', Right: '→', Plus: '+' }

/** The command that a key press asks for; null for any other. */
export function commandOf(press: KeyPress): CommandId | null {
  // Where Ctrl+Z undoes, many redo with Ctrl+Y.
  if (!MAC && press.ctrlKey && !press.altKey && !press.shiftKey && press.key.toLowerCase() === 'y') return 'redo'
  return COMMAND_IDS.find((id) => matches(COMMAND_KEYS[id], press)) ?? null
}

/** `CmdOrCtrl+Shift+Z` → `Ctrl Shift Z`. */
export function describeKeys(id: CommandId): string {
  return partsOf(COMMAND_KEYS[id])
    .map((part) => KEY_SIGNS[part] ?? part)
    .join(' ')
}

/** `CmdOrCtrl+Shift+Z` → `Control+Shift+Z`, as aria-keyshortcuts wants it. */
export function ariaKeys(id: CommandId): string {
  return (COMMAND_KEYS[id] ?? '').replace('CmdOrCtrl', MAC ? 'Meta' : 'Control').replace(/(?:Left|Right)$/, 'Arrow$&')
}

function partsOf(accelerator: string | null): string[] {
  return accelerator === null ? [] : accelerator.split('+')
}

function matches(accelerator: string | null, press: KeyPress): boolean {
  const parts = partsOf(accelerator)
  const name = parts.at(-1)?.toLowerCase()
  if (name === undefined) return false
  const wanted = KEY_NAMES[name] ?? name
  const command = parts.includes('CmdOrCtrl')
  if (command !== (MAC ? press.metaKey : press.ctrlKey) || (MAC ? press.ctrlKey : press.metaKey)) return false
  if (parts.includes('Alt') !== press.altKey) return false
  // The plus is typed with Shift on most keyboards, and without it on the number pad; its key says = without Shift.
  if (wanted === '+') return press.key === '+' || press.key === '='
  if (parts.includes('Shift') !== press.shiftKey) return false
  // With Alt a digit's key gives another character on some keyboards, and the number pad writes characters by their code.
  if (press.altKey && /^\d$/.test(wanted)) return press.code === `Digit${wanted}`
  return press.key.toLowerCase() === wanted
}
