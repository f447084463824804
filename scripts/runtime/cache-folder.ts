import { chmod, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { SetupError } from '../system/setup-error.ts'

/**
 * The folder for what can be had again: `MEIPI_CACHE`, or the user's cache folder. For root it is one that
 * everyone may read, because the app runs as another user, to whom root's home is closed.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, uid = process.getuid?.()): string {
  if (env.MEIPI_CACHE) return resolve(env.MEIPI_CACHE)
  return uid === 0 ? '/var/cache/meipi' : envPaths('meipi', { suffix: '' }).cache
}

/** Makes sure that the cache's folder `name` exists, readable by everyone where root made it, and gives its path. */
export async function ensureCacheFolder(name: string): Promise<string> {
  const folder = join(cacheFolder(), name)
  try {
    const first = await mkdir(folder, { recursive: true })
    // A strict umask would close what the unprivileged user has to read.
    if (first && process.getuid?.() === 0)
      for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SetupError(
      `无法写入缓存文件夹：${reason}。可用环境变量 MEIPI_CACHE 另指一个。`,
      `the cache folder cannot be written: ${reason}. Name another one in MEIPI_CACHE.`,
    )
  }
  return folder
}
