import { spreadOf } from '../median.ts'
import type { BenchReports } from './bench-library.ts'
import { Compared, compare, type Row } from './compared.ts'
import { closeFind, countWord, openFind, typeWord } from './finding.ts'
import { openReport, setText } from './opening.ts'
import { scrollByWheel } from './scrolling.ts'
import type { Shown } from './stage.ts'
import { hoverTerm, waitForNothing } from './term-card.ts'

/** Rounds that are counted; one before them is not. */
export const ROUNDS = 9

/** Words that every report has, typed letter by letter. */
const WORDS = ['高质量发展', '改革开放', '人民生活'] as const

/** The app and its peer, measured by turns. */
export interface Pair {
  readonly app: Shown
  readonly bare: Shown
  readonly reports: BenchReports
}

/** The same thing measured twice by turns: how far from 1 the machine alone brings a ratio. */
export async function measureNoise({ bare: { page }, reports: { median } }: Pair): Promise<Row> {
  const same = new Compared()
  for (let round = 0; round <= ROUNDS; round++) {
    const [first, second] = [await setText(page, median.text), await setText(page, median.text)]
    if (round > 0) same.add(first, second)
  }
  return compare('noise: median text in <pre>, against itself, ms', same)
}

/** Openings of reports that were open before, each from the other. */
export async function measureOpening({ app, bare, reports: { median, long } }: Pair): Promise<Row[]> {
  const [short, large] = [new Compared(), new Compared()]
  for (let round = 0; round <= ROUNDS; round++)
    for (const [report, figures] of [[median, short] as const, [long, large] as const]) {
      const [ours, theirs] = [await openReport(app.page, report.title), await setText(bare.page, report.text)]
      if (round > 0) figures.add(ours, theirs)
    }
  return [
    compare(`click → text painted, ${showLength(median.text)}, ms`, short),
    compare(`  ${showLength(long.text)}, ms`, large),
  ]
}

/** The card of terms in the median report. */
export async function measureCard({ app, reports: { median } }: Pair): Promise<Row> {
  await openReport(app.page, median.title)
  const figures = new Compared()
  let waited = 0
  for (let round = 0; round <= ROUNDS; round++) {
    const { whole, delay } = await hoverTerm(app.page, round * 3)
    const nothing = await waitForNothing(app.page, delay)
    waited = delay
    if (round > 0) figures.add(whole - delay, nothing)
  }
  return compare(`hover → card painted, less the ${waited} ms it waits; beside two empty frames, ms`, figures)
}

/** Every keystroke of some words in the long report; the first letter after an opening apart from the others. */
export async function measureFinding({ app, bare, reports: { median, long } }: Pair): Promise<Row[]> {
  const [first, later] = [new Compared(), new Compared()]
  await setText(bare.page, long.text)
  for (let round = 0; round <= ROUNDS; round++) {
    if (round > 0) await openReport(app.page, median.title)
    await openReport(app.page, long.title)
    const word = WORDS[round % WORDS.length] ?? WORDS[0]
    await openFind(app.page)
    const ours = await typeWord(app.page, word)
    await closeFind(app.page)
    const theirs = await countWord(bare.page, word)
    if (round === 0) continue
    for (const [index, each] of ours.entries()) (index === 0 ? first : later).add(each, theirs[index] ?? Number.NaN)
  }
  return [
    compare(`keystroke → hits counted and painted, ${showLength(long.text)}, ms`, later),
    compare('  the first letter after an opening, ms', first),
    ['  longest of all, ms', ...longest(first, later)],
  ]
}

function longest(...figures: readonly Compared[]): [app: string, peer: string, ratio: string] {
  const app = spreadOf(figures.flatMap((each) => each.app)).max
  const peer = spreadOf(figures.flatMap((each) => each.peer)).max
  return [app.toFixed(1), peer.toFixed(1), (app / peer).toFixed(2)]
}

/** The wheel over a report with every paragraph highlighted and all terms marked, and over a million characters. */
export async function measureScrolling(
  { app, bare, reports: { marked, long } }: Pair,
  interval: number,
): Promise<Row[]> {
  const [whole, large] = [new Compared(), new Compared()]
  await openReport(app.page, marked.title)
  await setText(bare.page, marked.text)
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await scrollByWheel(app.page, interval, 'there-and-back')
    const theirs = await scrollByWheel(bare.page, interval, 'there-and-back')
    if (round > 0) whole.add(ours, theirs)
  }
  await openReport(app.page, long.title)
  await setText(bare.page, long.text)
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await scrollByWheel(app.page, interval, 'down')
    const theirs = await scrollByWheel(bare.page, interval, 'down')
    if (round > 0) large.add(ours, theirs)
  }
  return [
    compare('long frames while scrolling, fully marked report, %', whole),
    compare(`  ${showLength(long.text)}, always further down, %`, large),
  ]
}

function showLength(text: string): string {
  return `${Math.round(text.length / 1000).toLocaleString('en')} thousand characters`
}
