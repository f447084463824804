/**
 * What the reader can ask of a window by menu, key or palette, with the key that does it (an Electron accelerator; null
 * where there is none). The native menu shows these keys; the page acts on them, so that it can leave them to an input
 * method that composes. Ctrl+Shift+F belongs to Chinese input methods and is left alone.
 */
export const COMMAND_KEYS = {
  'open-files': 'CmdOrCtrl+O',
  'new-window': 'CmdOrCtrl+Shift+N',
  'side-by-side': null,
  'join-reports': null,
  'split-report': null,
  'export-notes': 'CmdOrCtrl+E',
  'export-annotations': null,
  'export-table': null,
  'import-annotations': null,
  'export-pdf': null,
  'export-docx': null,
  print: 'CmdOrCtrl+P',
  'remove-report': null,
  bin: null,
  snapshots: null,
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  'copy-markdown': 'CmdOrCtrl+Shift+C',
  'copy-link': null,
  find: 'CmdOrCtrl+F',
  palette: 'CmdOrCtrl+K',
  back: 'Alt+Left',
  forward: 'Alt+Right',
  'toggle-library': 'F7',
  'toggle-sidebar': 'F8',
  'focus-mode': 'F9',
  'show-outline': 'Alt+1',
  'show-terms': 'Alt+2',
  'show-notes': 'Alt+3',
  'show-tags': 'Alt+4',
  'larger-text': 'CmdOrCtrl+Plus',
  'smaller-text': 'CmdOrCtrl+-',
  'normal-text': 'CmdOrCtrl+0',
  'zoom-in': null,
  'zoom-out': null,
  'zoom-normal': null,
  'correct-report': null,
  'correct-block': 'Shift+F10',
  settings: 'CmdOrCtrl+,',
  shortcuts: 'F1',
} as const satisfies Readonly<Record<string, string | null>>

export type CommandId = keyof typeof COMMAND_KEYS

export const COMMAND_IDS = Object.keys(COMMAND_KEYS) as readonly CommandId[]
