import { app, type Session, shell } from 'electron'
import { PAGE_URL } from './trusted-frame.ts'

/** Closes every way out of our own page: navigation, new windows, embedded pages, permissions (DESIGN, Processes). */
export function restrictWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (event.url === PAGE_URL) return
      event.preventDefault()
      openOutside(event.url)
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url)
      return { action: 'deny' }
    })
  })
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
}

/** A link opens in the reader's browser when it is an `https:` one. */
function openOutside(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol === 'https:') void shell.openExternal(url.href)
}
