import type { WebFrameMain } from 'electron'
import { APP_ORIGIN, APP_URL } from './app-protocol.ts'

/** Where the page is served from while the interface is being worked on; null in every build. */
export const DEV_SERVER = import.meta.env.DEV ? (process.env.ELECTRON_RENDERER_URL ?? null) : null

/** The address that a window opens. */
export const PAGE_URL = DEV_SERVER ?? APP_URL

/**
 * Whether a frame may talk to the main process: it has to be a window's top frame that shows our own page. Anything
 * else that got hold of the preload script's functions (a frame inside, a page navigated to) is turned away.
 */
export function isTrustedFrame(frame: WebFrameMain | null): boolean {
  if (!frame || frame.parent !== null) return false
  if (frame.origin === APP_ORIGIN) return true
  return DEV_SERVER !== null && frame.origin === new URL(DEV_SERVER).origin
}
