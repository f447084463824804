// An Electron window with nothing in it: what a page costs by itself.
import { app, BrowserWindow } from 'electron'

// Not awaited at the top: Electron is ready only after this module has run.
void app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<meta charset=utf-8>'))
