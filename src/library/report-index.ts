import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { COLOR_IDS } from '../core/annotation/annotation.ts'
import { PARSER_VERSION } from '../core/report/parser-version.ts'
import { isMissing } from './node-errors.ts'

export const reportSummarySchema = z.object({
  id: z.string(),
  file: z.string(),
  title: z.string().nullable(),
  region: z.string().nullable(),
  province: z.string().nullable(),
  year: z.number().nullable(),
  delivered: z.string().nullable(),
  textHash: z.string(),
  characters: z.number(),
  terms: z.number(),
  annotations: z.number(),
  tags: z.array(z.string()).readonly(),
  tagCounts: z.array(z.object({ path: z.string(), own: z.number(), all: z.number() })).readonly(),
  colors: z.record(z.enum(COLOR_IDS), z.number()),
  progress: z.number(),
  doubts: z.array(z.object({ code: z.string(), message: z.string() })).readonly(),
})

const reportRowSchema = z
  .object({
    /** What the files looked like that the row was made from. */
    stamp: z.string(),
    /** What the report's folder looked like when nothing in it waited to be merged. */
    folder: z.string(),
    summary: reportSummarySchema.readonly(),
    /** sha256 of the files that the report was imported from. */
    originals: z.array(z.string()).readonly(),
    /** See `readingKey`. */
    reading: z.string(),
  })
  .readonly()

const indexSchema = z.object({
  parserVersion: z.literal(PARSER_VERSION),
  rows: z.record(z.string(), reportRowSchema),
})

/** What is kept in memory of a report that is not open. */
export type ReportRow = z.infer<typeof reportRowSchema>

/**
 * The list of reports as it was last made. A cache and nothing more: a row counts only while the files it was made
 * from are unchanged, and an index that is missing, damaged or of an older form is an empty one.
 */
export class ReportIndex {
  readonly #path: string
  readonly #rows: Readonly<Record<string, ReportRow>>

  private constructor(path: string, rows: Readonly<Record<string, ReportRow>>) {
    this.#path = path
    this.#rows = rows
  }

  static async open(path: string): Promise<ReportIndex> {
    try {
      return new ReportIndex(path, indexSchema.parse(JSON.parse(await readFile(path, 'utf8'))).rows)
    } catch {
      return new ReportIndex(path, {})
    }
  }

  /** All rows, fresh or not, by id. */
  get rows(): readonly ReportRow[] {
    return Object.keys(this.#rows)
      .sort()
      .flatMap((id) => this.#rows[id] ?? [])
  }

  /** The row of a report, fresh or not. */
  find(id: string): ReportRow | null {
    return this.#rows[id] ?? null
  }

  /** Writes the index anew. That it cannot be written is no harm: it is made again next time. */
  async save(reports: readonly ReportRow[]): Promise<void> {
    const rows = Object.fromEntries(reports.map((row) => [row.summary.id, row]))
    const temporary = `${this.#path}.${process.pid}.tmp`
    try {
      await mkdir(dirname(this.#path), { recursive: true })
      await writeFile(temporary, JSON.stringify({ parserVersion: PARSER_VERSION, rows }))
      await rename(temporary, this.#path)
    } catch {
      return
    }
  }
}

/** Changes whenever one of the files does: size and time of change of each. */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    paths.map(async (path) => {
      try {
        const { size, mtimeMs } = await stat(path)
        return `${size}@${mtimeMs}`
      } catch (error) {
        if (isMissing(error)) return 'missing'
        throw error
      }
    }),
  )
  return stamps.join(' ')
}
