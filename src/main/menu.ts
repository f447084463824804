import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../core/ipc-contract.ts'
import { sendEvent } from './ipc.ts'

/** The native menu, in Chinese. `openFiles` is called with the window that asks for it. */
export function installMenu(openFiles: (window: BrowserWindow) => void): void {
  const inWindow = (act: (window: BrowserWindow) => void) => () => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    if (window) act(window)
  }
  const command = (name: MenuCommand) => inWindow((window) => sendEvent(window, 'menu:command', name))
  const separator: MenuItemConstructorOptions = { type: 'separator' }

  const template: MenuItemConstructorOptions[] = [
    {
      label: '文件(&F)',
      submenu: [
        { label: '打开文件…', accelerator: 'CmdOrCtrl+O', click: inWindow(openFiles) },
        separator,
        { label: '导出 Markdown…', accelerator: 'CmdOrCtrl+E', click: command('export-markdown') },
        separator,
        { label: '退出', accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { label: '撤销', role: 'undo' },
        { label: '重做', role: 'redo' },
        separator,
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '视图(&V)',
      submenu: [
        { label: '报告列表', accelerator: 'F7', click: command('toggle-library') },
        { label: '侧栏', accelerator: 'F8', click: command('toggle-sidebar') },
        separator,
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '实际大小', role: 'resetZoom' },
        separator,
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
