import { ensureElectron } from './electron-runtime.ts'
import { installWithApt, updateApt } from './system/apt.ts'
import { capture } from './system/capture.ts'
import { chooseDebianPackages, installCommand } from './system/install-command.ts'
import { findMissingLibraries } from './system/missing-libraries.ts'
import { isLike, readOsRelease } from './system/os-release.ts'
import { isMain, runMain } from './system/run-main.ts'
import { say } from './system/say.ts'
import { SetupError } from './system/setup-error.ts'

/**
 * What the system lacks for running an Electron: names of shared libraries, and `Xvfb` where there is no display
 * either. Empty when nothing is, and always on anything but Linux. (A Chinese font comes with the app.)
 */
export async function findLacking(executable: string, folder: string): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const lacking = await findMissingLibraries(executable, folder)
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  if (!hasDisplay && (await capture(['Xvfb', '-version'])).code === null) lacking.push('Xvfb')
  return lacking
}

/**
 * Sees to it that the system can run an Electron: as root on a Debian or Ubuntu it installs what is lacking.
 * Elsewhere, or when that fails, it throws a SetupError that names the command to run.
 */
export async function ensureSystem(executable: string, folder: string): Promise<void> {
  const lacking = await findLacking(executable, folder)
  if (lacking.length === 0) return
  if (process.getuid?.() !== 0 || !isLike(readOsRelease(), 'debian')) throw await lackingError(lacking)

  say(
    `系统缺少 ${lacking.join(' ')}，正在更新软件包列表……`,
    `the system lacks ${lacking.join(' ')}, updating the lists of packages …`,
  )
  await updateApt()
  const { packages } = await chooseDebianPackages(lacking)
  say(`正在安装：${packages.join(' ')}`, `installing: ${packages.join(' ')}`)
  const installed = packages.length > 0 && (await installWithApt(packages))
  const stillLacking = await findLacking(executable, folder)
  if (!installed || stillLacking.length > 0) throw await lackingError(stillLacking)
}

async function lackingError(lacking: readonly string[]): Promise<SetupError> {
  const command = await installCommand(lacking, readOsRelease())
  const names = lacking.join(' ')
  return command
    ? new SetupError(
        `系统缺少 ${names}，请先运行：\n  ${command}`,
        `the system lacks ${names}; please run first:\n  ${command}`,
      )
    : new SetupError(
        `系统缺少 ${names}，请先用系统的软件包管理器安装。`,
        `the system lacks ${names}; install them first.`,
      )
}

if (isMain(import.meta.url))
  await runMain(async () => {
    const { executable, folder, version } = await ensureElectron()
    await ensureSystem(executable, folder)
    say(`一切就绪：Electron ${version}（${executable}）`, `all is well: Electron ${version} (${executable})`)
    return 0
  })
