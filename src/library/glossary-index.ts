import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { ReportGlossary } from '../core/library-view.ts'
import { PARSER_VERSION } from '../core/report/parser-version.ts'

type Entries = ReportGlossary['glossary']['entries']

/** The entries of a glossary, each at its index there; one that explains no term has no definition here. */
const entriesSchema = z
  .array(z.object({ number: z.string().nullable(), term: z.string().nullable(), definition: z.string() }).readonly())
  .readonly()

const indexSchema = z.object({
  parserVersion: z.literal(PARSER_VERSION),
  /** By the reading that they were found in (see `readingKey`). */
  entries: z.record(z.string(), entriesSchema),
})

/**
 * What the glossaries of a library's reports explain. A cache, apart from the list of reports because it is several times
 * as large, and a list can be shown without it: it is read when it is asked for. One that is missing, damaged or of an
 * older form is an empty one.
 */
export class GlossaryIndex {
  readonly #path: string
  readonly #entries = new Map<string, Entries>()
  #stored: Promise<ReadonlyMap<string, Entries>> | null = null
  #isChanged = false

  constructor(path: string) {
    this.#path = path
  }

  /** The entries of a reading; null where they are not known. */
  async find(reading: string): Promise<Entries | null> {
    return this.#entries.get(reading) ?? (await this.#readStored()).get(reading) ?? null
  }

  set(reading: string, entries: Entries): void {
    this.#entries.set(reading, entries)
    this.#isChanged = true
  }

  /** Writes those of these readings. That it cannot be written is no harm: it is made again next time. */
  async save(readings: readonly string[]): Promise<void> {
    if (!this.#isChanged) return
    const kept: Record<string, Entries> = {}
    for (const reading of readings) {
      const entries = await this.find(reading)
      if (entries) kept[reading] = entries
    }
    const temporary = `${this.#path}.${process.pid}.tmp`
    try {
      await mkdir(dirname(this.#path), { recursive: true })
      await writeFile(temporary, JSON.stringify({ parserVersion: PARSER_VERSION, entries: kept }))
      await rename(temporary, this.#path)
    } catch {
      return
    }
  }

  #readStored(): Promise<ReadonlyMap<string, Entries>> {
    this.#stored ??= readEntries(this.#path)
    return this.#stored
  }
}

async function readEntries(path: string): Promise<ReadonlyMap<string, Entries>> {
  try {
    return new Map(Object.entries(indexSchema.parse(JSON.parse(await readFile(path, 'utf8'))).entries))
  } catch {
    return new Map()
  }
}
