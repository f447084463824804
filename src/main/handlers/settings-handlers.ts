import { BrowserWindow } from 'electron'
import { applyTheme } from '../appearance.ts'
import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'

export function registerSettingsHandlers({ settings, windows, refreshMenu }: ReadingRoom): void {
  handle('settings:change', async ([change]) => {
    const changed = await settings.change(change)
    applyTheme(changed.theme)
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(changed.zoom)
    refreshMenu()
    windows.broadcast('settings:changed', changed)
    return changed
  })
}
