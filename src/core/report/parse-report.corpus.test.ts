import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../library/importers/importer-for.ts'
import { sliceRange } from '../text/range.ts'
import { parseReport } from './parse-report.ts'
import { findBrokenLaws } from './reading-laws.ts'

/** Real reports lie beside the project, not in it. */
const REPORTS = fileURLToPath(new URL('../../../../shared/corpus/reports/', import.meta.url))
const files = existsSync(REPORTS) ? readdirSync(REPORTS) : []

function read(file: string) {
  const { text, hints } = importFile(readFileSync(join(REPORTS, file)), file)
  return { text, report: parseReport(text, hints) }
}

function readOnly(prefix: string) {
  const file = files.find((name) => name.startsWith(prefix))
  expect(file, prefix).toBeDefined()
  return read(file ?? '')
}

// Skipped where the collection is not beside the project: it is real text and no part of it.
describe.skipIf(files.length === 0)('real reports', () => {
  it.each(files)('%s keeps every law', (file) => {
    const { text, report } = read(file)
    expect(findBrokenLaws(text, report)).toEqual([])
  })

  it.each(files.filter((file) => file.startsWith('seed_')))('%s shows none of the page around it', (file) => {
    const { text, report } = read(file)
    const shown = report.blocks
      .filter(({ kind }) => kind !== 'boilerplate')
      .map((block) => sliceRange(text, block))
      .join('\n')
    expect(shown).not.toMatch(/积分|发表于|上一篇|热门标签|侯卫东官场笔记/)
  })

  it('finds all entries and markers', () => {
    const honghu = readOnly('seed_000').report
    expect([honghu.glossary.entries.length, honghu.markers.length]).toEqual([14, 14])
    expect(honghu.markers.every(({ entry }, i) => entry === i)).toBe(true)
    expect(readOnly('seed_001').report.glossary.entries).toHaveLength(29)
    expect(readOnly('seed_003').report.glossary.entries).toHaveLength(47)
  })
})
