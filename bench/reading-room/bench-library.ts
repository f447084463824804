import { randomUUID } from 'node:crypto'
import { COLOR_IDS } from '../../src/core/annotation/annotation.ts'
import { readingBlocks } from '../../src/core/report/reading-view.ts'
import type { ImportedText } from '../../src/library/importers/importer.ts'
import { Library } from '../../src/library/library.ts'
import { directReader } from '../../src/library/report-reader.ts'
import { medianText } from '../reports.ts'

/** Reports beside those that are measured: their terms are marked too, and the list has a row for each. */
const OTHERS = 200

/** UTF-16 code units of the long report, at least. */
const LONG = 1_000_000

/** A report to measure on. Its title names it in the list and on the page, and is no other report's. */
export interface BenchReport {
  readonly title: string
  readonly text: string
}

export interface BenchReports {
  /** A report of median length. */
  readonly median: BenchReport
  /** Reports one after another, a million characters of them. */
  readonly long: BenchReport
  /** The median one with every paragraph highlighted. */
  readonly marked: BenchReport
}

/** Makes a library as a reader has one: some hundred reports, and those that are measured. */
export async function makeLibrary(folder: string, reports: readonly ImportedText[]): Promise<BenchReports> {
  const median = { title: '基准·中篇', text: medianText(reports) }
  const long = { title: '基准·长篇', text: joinTexts(reports) }
  // Other bytes, so that it is a report of its own.
  const marked = { title: '基准·满标', text: `${median.text}\n` }
  const library = await Library.open({ folder, reader: directReader })
  try {
    // The same bytes again would be no report of their own.
    const others = reports.filter(({ text }) => text !== median.text)
    const step = Math.max(1, Math.floor(others.length / OTHERS))
    for (const [index, { text }] of others.entries())
      if (index % step === 0) await library.importBytes(Buffer.from(text), `${index}.txt`)
    await add(library, median)
    await add(library, long)
    await highlightAll(library, await add(library, marked))
  } finally {
    await library.close()
  }
  return { median, long, marked }
}

function joinTexts(reports: readonly ImportedText[]): string {
  const parts: string[] = []
  for (let length = 0, index = 0; length < LONG; index++) {
    const text = reports[index % reports.length]?.text.trim() || ' '
    parts.push(text)
    length += text.length + 1
  }
  return parts.join('\n')
}

/** Imports a report under its title, and gives its id. */
async function add(library: Library, { title, text }: BenchReport): Promise<string> {
  const outcome = await library.importBytes(Buffer.from(text), `${title}.txt`)
  if (outcome.status !== 'imported') throw new Error(`${title} was not imported: ${outcome.status}`)
  const { id } = outcome.summary
  await library.correctReport(id, [
    { what: 'field', field: 'title', value: title },
    // A list shows region and year where it knows them, else the title.
    { what: 'field', field: 'region', value: null },
  ])
  return id
}

async function highlightAll(library: Library, id: string): Promise<void> {
  const { report, text } = await library.openReport(id)
  const wanted = readingBlocks(report).filter(({ start, end }) => text.slice(start, end).trim() !== '')
  for (const [index, { start, end }] of wanted.entries()) {
    const color = COLOR_IDS[index % COLOR_IDS.length] ?? 'gamboge'
    await library.changeAnnotation(id, { act: 'add', id: randomUUID(), start, end, color, note: '' })
  }
}
