import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { app } from 'electron'

/**
 * Chooses the library folder, and keeps what belongs to this machine (window state, Chromium's storage) apart for each
 * library that was asked for by name: two libraries may be open at once, one library only once.
 */
export function chooseProfile(asked: string | null): string {
  const named = asked ?? process.env.MEIPI_LIBRARY
  const library = named ? resolve(named) : null
  const home = app.getPath('userData')
  if (!library) return join(home, 'library')
  const name = createHash('sha256').update(library).digest('hex').slice(0, 16)
  app.setPath('userData', join(home, 'profiles', name))
  return library
}
