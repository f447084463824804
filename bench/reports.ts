import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportedText } from '../src/library/importers/importer.ts'
import { importFile } from '../src/library/importers/importer-for.ts'

const root = join(import.meta.dirname, '..')
const bulk = join(root, '..', 'shared', 'corpus', 'bulk')

/** Texts to measure on: real reports where they lie beside the project, else the sample. */
export function benchReports(): readonly ImportedText[] {
  const files = existsSync(bulk)
    ? readdirSync(bulk).map((name) => join(bulk, name))
    : [join(root, 'resources', 'sample-report.txt')]
  return files.map((file) => importFile(readFileSync(file), file))
}

/** The text whose length is the median. */
export function medianText(reports: readonly ImportedText[]): string {
  const byLength = [...reports].sort((a, b) => a.text.length - b.text.length)
  return byLength[byLength.length >> 1]?.text ?? ''
}
