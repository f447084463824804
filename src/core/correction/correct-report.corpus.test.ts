import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../library/importers/importer-for.ts'
import { describeAnchor } from '../annotation/anchor.ts'
import { parseReport } from '../report/parse-report.ts'
import { findBrokenLaws } from '../report/reading-laws.ts'
import { correctReport } from './correct-report.ts'
import { CORRECTED_KINDS, type Correction } from './correction.ts'

/** Real reports lie beside the project, not in it. */
const REPORTS = fileURLToPath(new URL('../../../../shared/corpus/reports/', import.meta.url))
const files = existsSync(REPORTS) ? readdirSync(REPORTS) : []

// Skipped where the collection is not beside the project: it is real text and no part of it.
describe.skipIf(files.length === 0)('real reports, corrected', () => {
  it.each(files)('%s keeps every law', (file) => {
    const { text, hints } = importFile(readFileSync(join(REPORTS, file)), file)
    const source = { text, textHash: file }
    const report = parseReport(text, hints)
    const correction = fc
      .tuple(
        fc.constantFrom(...report.blocks, ...report.glossary.entries),
        fc.constantFrom(...CORRECTED_KINDS, 'entry-split' as const, 'entry-join' as const, 'entry-term' as const),
      )
      .map(([range, said]): Correction => {
        const anchor = describeAnchor({ ...source, outline: report.outline }, range)
        return said === 'entry-split' || said === 'entry-join' || said === 'entry-term'
          ? { what: said, anchor }
          : { what: 'block', anchor, kind: said }
      })
    fc.assert(
      fc.property(fc.array(correction, { minLength: 1, maxLength: 20 }), (corrections) => {
        const corrected = correctReport(source, report, corrections)
        expect(findBrokenLaws(text, corrected)).toEqual([])
        expect(correctReport(source, corrected, corrections)).toEqual(corrected)
      }),
      { numRuns: 30 },
    )
  })
})
