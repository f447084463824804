import type { MenuItemConstructorOptions } from 'electron'
import { COMMAND_KEYS, type CommandId } from '../core/commands.ts'
import type { RecentReport } from './recent-reports.ts'
import type { Texts } from './texts.ts'

export interface MenuOptions {
  readonly texts: Texts
  readonly platform: NodeJS.Platform
  /** Whether the developer tools are offered. */
  readonly developing: boolean
  readonly recent: readonly RecentReport[]
  readonly onCommand: (command: CommandId) => void
  readonly onShowReport: (reportId: string) => void
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** The native menu. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { menu } = options.texts
  const command = (id: CommandId) => commandItem(id, options)
  const sections: MenuItemConstructorOptions[] = [
    {
      label: menu.sections.file,
      submenu: [
        command('open-files'),
        recentMenu(options),
        command('new-window'),
        command('side-by-side'),
        SEPARATOR,
        command('export-notes'),
        command('export-docx'),
        command('export-pdf'),
        command('print'),
        SEPARATOR,
        command('export-annotations'),
        command('export-table'),
        command('import-annotations'),
        SEPARATOR,
        command('join-reports'),
        command('split-report'),
        command('remove-report'),
        command('bin'),
        command('snapshots'),
        SEPARATOR,
        { label: menu.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: menu.sections.edit,
      submenu: [
        command('undo'),
        command('redo'),
        SEPARATOR,
        { label: menu.cut, role: 'cut' },
        { label: menu.copy, role: 'copy' },
        command('copy-markdown'),
        command('copy-link'),
        { label: menu.paste, role: 'paste' },
        { label: menu.selectAll, role: 'selectAll' },
        SEPARATOR,
        command('find'),
        SEPARATOR,
        command('correct-block'),
        command('correct-report'),
        SEPARATOR,
        command('settings'),
      ],
    },
    {
      label: menu.sections.view,
      submenu: [
        command('toggle-library'),
        command('toggle-sidebar'),
        command('focus-mode'),
        SEPARATOR,
        command('show-outline'),
        command('show-terms'),
        command('show-notes'),
        command('show-tags'),
        SEPARATOR,
        command('larger-text'),
        command('smaller-text'),
        command('normal-text'),
        SEPARATOR,
        command('zoom-in'),
        command('zoom-out'),
        command('zoom-normal'),
        SEPARATOR,
        { label: menu.fullScreen, role: 'togglefullscreen' },
        ...(options.developing ? [{ label: menu.developerTools, role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: menu.sections.go, submenu: [command('back'), command('forward'), SEPARATOR, command('palette')] },
    { label: menu.sections.help, submenu: [command('shortcuts')] },
  ]
  // On macOS the first menu is the app's own, whatever its name.
  return options.platform === 'darwin' ? [{ role: 'appMenu' }, ...sections] : sections
}

function commandItem(id: CommandId, { texts, platform, onCommand }: MenuOptions): MenuItemConstructorOptions {
  const accelerator = COMMAND_KEYS[id]
  return {
    id,
    label: texts.menu.commands[id],
    click: () => onCommand(id),
    // The key is shown, and left to the page: it knows when an input method composes. On macOS the system sees to that.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: platform === 'darwin' }),
  }
}

function recentMenu({ texts, recent, onShowReport }: MenuOptions): MenuItemConstructorOptions {
  return {
    id: 'recent',
    label: texts.menu.recent,
    enabled: recent.length > 0,
    submenu: recent.map(({ id, name }) => ({
      // A single & would mark the letter after it as the item's key.
      label: name.replaceAll('&', '&&'),
      click: () => onShowReport(id),
    })),
  }
}
