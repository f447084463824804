import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { COMMAND_IDS, COMMAND_KEYS, type CommandId } from '../../core/commands.ts'

type Accelerator = typeof import('./accelerator.ts')
type KeyPress = Parameters<Accelerator['commandOf']>[0]

/** The module looks once at which system it is on. */
async function on(platform: string): Promise<Accelerator> {
  vi.resetModules()
  vi.stubGlobal('navigator', { platform })
  return import('./accelerator.ts')
}

afterEach(() => void vi.unstubAllGlobals())

const PC = 'Linux x86_64'
const MAC = 'MacIntel'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

const CTRL = { ctrlKey: true }
const META = { metaKey: true }
const ALT = { altKey: true }
const SHIFT = { shiftKey: true }

/** What browsers call the keys that accelerators name otherwise. */
const EVENT_KEYS: Readonly<Record<string, string>> = { Left: 'ArrowLeft', Right: 'ArrowRight', Plus: '+' }

/** The key press that an accelerator describes. */
function pressOf(accelerator: string, mac: boolean): KeyPress {
  const parts = accelerator.split('+')
  const name = parts.at(-1) ?? ''
  const command = parts.includes('CmdOrCtrl')
  return press(EVENT_KEYS[name] ?? (/^[A-Z]$/.test(name) ? name.toLowerCase() : name), {
    ctrlKey: command && !mac,
    metaKey: command && mac,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    code: /^\d$/.test(name) ? `Digit${name}` : '',
  })
}

const KEYS = COMMAND_IDS.flatMap((id) => {
  const accelerator = COMMAND_KEYS[id]
  return accelerator === null ? [] : [{ id, accelerator }]
})

describe.each([PC, 'Win32'])('a key press on %s', (platform) => {
  it.each<readonly [what: string, press: KeyPress, command: CommandId | null]>([
    ['Ctrl+F', press('f', CTRL), 'find'],
    ['Ctrl+F with caps lock', press('F', CTRL), 'find'],
    ['Ctrl+Shift+F, which is the input method’s', press('F', { ...CTRL, ...SHIFT }), null],
    ['F alone', press('f'), null],
    ['the Windows key and F', press('f', META), null],
    ['Ctrl, the Windows key and F', press('f', { ...CTRL, ...META }), null],
    ['Ctrl+Z', press('z', CTRL), 'undo'],
    ['Ctrl+Z with caps lock', press('Z', CTRL), 'undo'],
    ['Ctrl+Shift+Z', press('Z', { ...CTRL, ...SHIFT }), 'redo'],
    ['Ctrl+Shift+Z with caps lock', press('z', { ...CTRL, ...SHIFT }), 'redo'],
    ['Ctrl+Y', press('y', CTRL), 'redo'],
    ['Ctrl+Y with caps lock', press('Y', CTRL), 'redo'],
    ['Ctrl+Shift+Y', press('Y', { ...CTRL, ...SHIFT }), null],
    ['AltGr+Y', press('y', { ...CTRL, ...ALT }), null],
    ['Y alone', press('y'), null],
    ['Ctrl+=, the key of the plus', press('=', { ...CTRL, code: 'Equal' }), 'larger-text'],
    ['Ctrl+Shift+=', press('+', { ...CTRL, ...SHIFT, code: 'Equal' }), 'larger-text'],
    ['Ctrl and the plus of the number pad', press('+', { ...CTRL, code: 'NumpadAdd' }), 'larger-text'],
    ['the plus alone', press('+'), null],
    ['AltGr and the plus', press('+', { ...CTRL, ...ALT }), null],
    ['Ctrl+-', press('-', { ...CTRL, code: 'Minus' }), 'smaller-text'],
    ['Ctrl and the minus of the number pad', press('-', { ...CTRL, code: 'NumpadSubtract' }), 'smaller-text'],
    ['Ctrl+0', press('0', { ...CTRL, code: 'Digit0' }), 'normal-text'],
    ['Ctrl and the 0 of the number pad', press('0', { ...CTRL, code: 'Numpad0' }), 'normal-text'],
    ['Ctrl and the comma', press(',', { ...CTRL, code: 'Comma' }), 'settings'],
    ['Alt+1', press('1', { ...ALT, code: 'Digit1' }), 'show-outline'],
    ['Alt+3 where it types another character', press('£', { ...ALT, code: 'Digit3' }), 'show-notes'],
    ['Alt and the 1 of the number pad: Windows types characters so', press('1', { ...ALT, code: 'Numpad1' }), null],
    ['1 alone', press('1', { code: 'Digit1' }), null],
    ['Ctrl+1', press('1', { ...CTRL, code: 'Digit1' }), null],
    ['AltGr+2, which types a character', press('@', { ...CTRL, ...ALT, code: 'Digit2' }), null],
    ['Alt+9', press('9', { ...ALT, code: 'Digit9' }), null],
    ['Alt+←', press('ArrowLeft', ALT), 'back'],
    ['Alt+→', press('ArrowRight', ALT), 'forward'],
    ['← alone', press('ArrowLeft'), null],
    ['Alt+Shift+←', press('ArrowLeft', { ...ALT, ...SHIFT }), null],
    ['F9', press('F9'), 'focus-mode'],
    ['Shift+F9', press('F9', SHIFT), null],
    ['Shift+F10', press('F10', SHIFT), 'correct-block'],
    ['F10 alone, which opens the menu', press('F10'), null],
    ['Ctrl+N', press('n', CTRL), null],
    ['Ctrl+Shift+N', press('N', { ...CTRL, ...SHIFT }), 'new-window'],
    ['a key that an input method has taken', press('Process', CTRL), null],
    ['Ctrl alone', press('Control', CTRL), null],
  ])('%s', async (_what, given, command) => {
    const { commandOf } = await on(platform)
    expect(commandOf(given)).toBe(command)
  })
})

describe('a key press on a Mac', () => {
  it.each<readonly [what: string, press: KeyPress, command: CommandId | null]>([
    ['⌘F', press('f', META), 'find'],
    ['⌃F, which moves the cursor', press('f', CTRL), null],
    ['⌘⌃F, which is the system’s', press('f', { ...META, ...CTRL }), null],
    ['⇧⌘Z', press('z', { ...META, ...SHIFT }), 'redo'],
    ['⌃Y, which yanks', press('y', CTRL), null],
    ['⌘Y', press('y', META), null],
    ['⌘=', press('=', META), 'larger-text'],
    ['⌥1, which types ¡', press('¡', { ...ALT, code: 'Digit1' }), 'show-outline'],
    ['⌥⌘1', press('¡', { ...ALT, ...META, code: 'Digit1' }), null],
  ])('%s', async (_what, given, command) => {
    const { commandOf } = await on(MAC)
    expect(commandOf(given)).toBe(command)
  })
})

describe.each([PC, MAC])('the keys of all commands on %s', (platform) => {
  const mac = platform === MAC

  it('lead to their commands', async () => {
    const { commandOf } = await on(platform)
    expect(KEYS.map(({ accelerator }) => commandOf(pressOf(accelerator, mac)))).toEqual(KEYS.map(({ id }) => id))
  })

  it('lead elsewhere with one modifier more or less', async () => {
    const { commandOf } = await on(platform)
    const modifier = fc.constantFrom('ctrlKey' as const, 'metaKey' as const, 'altKey' as const, 'shiftKey' as const)
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), modifier, ({ id, accelerator }, turned) => {
        // Shift makes no difference to the plus.
        fc.pre(!(id === 'larger-text' && turned === 'shiftKey'))
        const given = pressOf(accelerator, mac)
        expect(commandOf({ ...given, [turned]: !given[turned] })).not.toBe(id)
      }),
    )
  })
})

describe('how keys are written', () => {
  it.each<readonly [platform: string, id: CommandId, keys: string]>([
    [PC, 'redo', 'Ctrl Shift Z'],
    [MAC, 'redo', '⌘ Shift Z'],
    [PC, 'larger-text', 'Ctrl +'],
    [PC, 'smaller-text', 'Ctrl -'],
    [PC, 'back', 'Alt ←'],
    [PC, 'forward', 'Alt →'],
    [PC, 'focus-mode', 'F9'],
    [PC, 'bin', ''],
  ])('on %s for the reader: %s is %s', async (platform, id, keys) => {
    const { describeKeys } = await on(platform)
    expect(describeKeys(id)).toBe(keys)
  })

  it.each<readonly [platform: string, id: CommandId, keys: string]>([
    [PC, 'export-notes', 'Control+E'],
    [MAC, 'export-notes', 'Meta+E'],
    [PC, 'redo', 'Control+Shift+Z'],
    [PC, 'focus-mode', 'F9'],
    [PC, 'bin', ''],
    // WAI-ARIA 1.2, aria-keyshortcuts: keys are named as KeyboardEvent.key has them.
    [PC, 'back', 'Alt+ArrowLeft'],
    [PC, 'forward', 'Alt+ArrowRight'],
  ])('on %s for screen readers: %s is %s', async (platform, id, keys) => {
    const { ariaKeys } = await on(platform)
    expect(ariaKeys(id)).toBe(keys)
  })
})
