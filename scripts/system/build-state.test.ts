import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale, readBuildState } from './build-state.ts'

let root = ''
/** Writes a file as of `time` (seconds), its folder as of the beginning. */
function put(name: string, time: number): void {
  const file = join(root, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, time, time)
  for (let folder = dirname(file); folder !== root; folder = dirname(folder)) utimesSync(folder, 1, 1)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'meipi-test-'))
  put('src/main/index.ts', 100)
  put('package.json', 90)
  for (const name of ['main/index.js', 'preload/index.cjs', 'renderer/index.html']) put(`out/${name}`, 200)
})
afterEach(() => rmSync(root, { recursive: true }))

describe('isStale', () => {
  const cases: { name: string; change: () => void; stale: boolean }[] = [
    { name: 'built after every source', change: () => undefined, stale: false },
    { name: 'a source changed', change: () => put('src/core/report.ts', 300), stale: true },
    { name: 'a test changed', change: () => put('src/core/report.test.ts', 300), stale: false },
    { name: 'the configuration changed', change: () => put('electron.vite.config.ts', 300), stale: true },
    { name: 'the dependencies changed', change: () => put('package-lock.json', 300), stale: true },
    { name: 'a source was removed', change: () => utimesSync(join(root, 'src/main'), 300, 300), stale: true },
    { name: 'a built file is missing', change: () => rmSync(join(root, 'out/preload/index.cjs')), stale: true },
    { name: 'nothing was built', change: () => rmSync(join(root, 'out'), { recursive: true }), stale: true },
    { name: 'a built file is old', change: () => put('out/main/chunks/worker.js', 50), stale: true },
  ]
  it.each(cases)('$name → $stale', ({ change, stale }) => {
    change()
    expect(isStale(readBuildState(root))).toBe(stale)
  })
})
