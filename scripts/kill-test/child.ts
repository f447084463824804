import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { COLOR_IDS } from '../../src/core/annotation/annotation.ts'
import { Library } from '../../src/library/library.ts'
import { LibraryError } from '../../src/library/library-error.ts'
import { errorCode } from '../../src/library/node-errors.ts'
import { directReader } from '../../src/library/report-reader.ts'
import { readCells } from './library-cells.ts'
import type { Saying } from './protocol.ts'
import { Random } from './random.ts'

// `node child.ts FOLDER SEED`: works on the library in FOLDER/library until it is killed, and says on stdout what it asks
// for and what was acknowledged.

const [folder = '', seed = '0'] = process.argv.slice(2)
const random = new Random(Number(seed))
let tickets = 0

/** At once, so that nothing that was said is lost with the process. Where the other side is slow to listen, this one waits. */
function say(saying: Saying): void {
  let rest = Buffer.from(`${JSON.stringify(saying)}\n`)
  while (rest.length > 0)
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error
    }
}

/** Asks for a change and says when it is acknowledged. */
async function attempt(cell: string, value: unknown, act: () => Promise<unknown>): Promise<void> {
  const ticket = ++tickets
  say({ say: 'try', ticket, cell, value: JSON.stringify(value) })
  await act()
  say({ say: 'done', ticket })
}

say({ say: 'opening' })
const library = await Library.open({
  folder: join(folder, 'library'),
  reader: directReader,
  indexPath: join(folder, 'index.json'),
  snapshotsFolder: join(folder, 'snapshots'),
})
say({ say: 'open' })

/** The reports that come and go; the others stay and are worked on. */
const travellers = await Promise.all(
  Array.from({ length: 6 }, async (_, number) => {
    const text = `2025年第${number}县政府工作报告\n\n各位代表：\n　　现在，我向大会报告工作，请予审议。\n`
    const bytes = new TextEncoder().encode(text)
    return { bytes, id: await idOf(bytes) }
  }),
)
const reports = library.state.reports.map(({ id }) => id).filter((id) => travellers.every((each) => each.id !== id))
/** How many annotations of a report are worked on; more of them make each save slower, not harder. */
const MOST_ANNOTATIONS = 40

/** Adds, edits, deletes and restores the annotations of one report, two changes of which are under way at any time. */
async function annotate(report: string): Promise<never> {
  const { text } = await library.openReport(report)
  const prefix = `annotation ${report} `
  const cells = [...readCells(join(folder, 'library'))].filter(([cell]) => cell.startsWith(prefix))
  const states = new Map(cells.map(([cell, value]) => [cell.slice(prefix.length), JSON.parse(value)]))
  const busy = new Set<string>()
  const step = async () => {
    const free = [...states.keys()].filter((id) => !busy.has(id))
    const known = random.next() < 0.3 && states.size < MOST_ANNOTATIONS ? undefined : random.pick(free)
    const id = known ?? random.uuid()
    const state = states.get(id)
    busy.add(id)
    const note = `第 ${tickets} 条：${'注'.repeat(random.below(300))}`
    const color = random.pick(COLOR_IDS) ?? 'indigo'
    const change = (next: object, act: Parameters<typeof library.changeAnnotation>[1]) => {
      states.set(id, next)
      return attempt(prefix + id, next, () => library.changeAnnotation(report, act))
    }
    const start = random.below(text.length - 20)
    if (!state) {
      const words = /\S/.exec(text.slice(start))
      const at = start + (words?.index ?? 0)
      await change({ note, color, deleted: false }, { act: 'add', id, start: at, end: at + 5, color, note })
    } else if (state.deleted) await change({ ...state, deleted: false }, { act: 'restore', id })
    else if (random.next() < 0.2) await change({ ...state, deleted: true }, { act: 'delete', id })
    else await change({ ...state, note, color }, { act: 'edit', id, note, color })
    busy.delete(id)
  }
  for (;;) await Promise.all([step(), step()])
}

async function read(report: string): Promise<never> {
  for (;;) {
    const offset = random.below(1000)
    await attempt(`place ${report}`, offset, () => library.saveReadingPlace(report, offset, offset / 1000))
    await pause()
  }
}

async function correct(report: string): Promise<never> {
  for (;;) {
    const value = `标题 ${random.below(10_000)}`
    await attempt(`title ${report}`, value, () =>
      library.correctReport(report, [{ what: 'field', field: 'title', value }]),
    )
    await pause()
  }
}

async function define(): Promise<never> {
  for (let count = library.readerTerms().length; ; count++) {
    const known = count < 20 ? undefined : random.pick(library.readerTerms())
    const id = known?.id ?? random.uuid()
    const term = known?.term ?? `新词${random.uuid()}`
    const definition = `释义 ${random.below(10_000)}`
    const isDeletion = known !== undefined && random.next() < 0.2
    const value = { definition: isDeletion ? known.definition : definition, deleted: isDeletion }
    await attempt(`term ${id}`, value, () =>
      library.changeReaderTerm(
        isDeletion ? { act: 'delete', id } : { act: known ? 'edit' : 'add', id, term, definition, cited: null },
      ),
    )
    await pause()
  }
}

async function nameColors(): Promise<never> {
  for (;;) {
    const color = random.pick(COLOR_IDS) ?? 'indigo'
    const name = `${color.slice(0, 5)}${random.below(10_000)}`
    await attempt(`color ${color}`, name, () => library.nameColor(color, name))
    await pause()
  }
}

/** Imports reports, moves them to the bin and takes them out again. */
async function comeAndGo(): Promise<never> {
  for (;;) {
    const { id, bytes } = travellers[random.below(travellers.length)] ?? { id: '', bytes: new Uint8Array() }
    await attempt(`report ${id}`, 'library', () => library.importBytes(bytes, 'a.txt'))
    if (random.next() < 0.5) await attempt(`report ${id}`, 'bin', () => library.removeReport(id))
    await pause()
  }
}

async function takeSnapshots(): Promise<never> {
  for (;;) {
    const { name } = await library.snapshots.make()
    await attempt(`snapshot ${name}`, true, async () => undefined)
    await pause()
  }
}

/** The first 16 digits of the sha256, as the library names it. */
async function idOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes))
    .toString('hex')
    .slice(0, 16)
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, random.below(20)))
}

const [first = '', second = ''] = reports
await Promise.all([
  annotate(first),
  annotate(second),
  read(first),
  correct(second),
  define(),
  nameColors(),
  comeAndGo(),
  takeSnapshots(),
]).catch((error: unknown) => {
  if (!(error instanceof LibraryError)) throw error
  console.error(error.message)
  process.exitCode = 1
})
