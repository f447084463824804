import { join } from 'node:path'
import { say } from '../system/say.ts'
import { type BuildRuntime, buildRegistryElectron, moveIntoPlace } from './build-registry-electron.ts'
import { ensureCacheFolder } from './cache-folder.ts'
import { isComplete, markComplete } from './complete-marker.ts'
import { exclusively } from './exclusively.ts'
import { registryRecipe } from './registry-recipe.ts'
import { removeLeftOvers, withWorkFolder } from './work-folder.ts'

/** Whether a runtime out of the npm package can run on this machine at all. */
export function isRegistryElectronPossible(platform = process.platform, arch = process.arch): boolean {
  return platform === 'linux' && arch === 'x64'
}

async function registryElectronFolder(): Promise<string> {
  const name = `${registryRecipe.electronVersion}-registry-${registryRecipe.revision}`
  return join(await ensureCacheFolder('electron'), name)
}

/** The folder of a finished runtime in the cache, or undefined. Downloads nothing. */
export async function findRegistryElectron(): Promise<string | undefined> {
  const folder = await registryElectronFolder()
  return (await isComplete(folder)) ? folder : undefined
}

/**
 * The folder of the runtime, made first where it is missing or damaged. Two processes at once make it once.
 * Throws when it cannot be made, and leaves nothing behind then.
 */
export async function ensureRegistryElectron(build: BuildRuntime = buildRegistryElectron): Promise<string> {
  const found = await findRegistryElectron()
  if (found) return found
  const target = await registryElectronFolder()
  const parent = await ensureCacheFolder('electron')
  const make = async (): Promise<string> => {
    // Whoever held the lock before us has most likely made it.
    if (await isComplete(target)) return target
    await removeLeftOvers(parent)
    await withWorkFolder(parent, async (work, signal) => {
      const finished = await build(work, signal)
      await markComplete(finished)
      signal.throwIfAborted()
      await moveIntoPlace(finished, target, work)
    })
    return target
  }
  return exclusively(target, make, () =>
    say('另一个进程正在准备 Electron，请稍候……', 'another process is bringing Electron, waiting for it …'),
  )
}
