import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { LibraryError } from '../library-error.ts'
import { errorCode } from '../node-errors.ts'
import { syncFolder } from '../synced-write.ts'
import { SNAPSHOT_REASONS } from './snapshot-name.ts'

/** A file that is damaged, cut off or no snapshot at all; `message` is for the reader. */
export class SnapshotFileError extends LibraryError {
  override readonly name = 'SnapshotFileError'
}

/** The longest line that is read, in characters: a record of one report is far shorter. */
const LONGEST_LINE = 200_000_000

const count = z.number().int().nonnegative()

const headSchema = z
  .object({
    meipi: z.literal('snapshot'),
    version: z.literal(1),
    created: z.iso.datetime(),
    reason: z.enum(SNAPSHOT_REASONS),
    /** The library's folder. */
    folder: z.string(),
    /** What the library's records looked like: the same again means that nothing was changed. */
    fingerprint: z.string(),
    /** How much was in the library. Absent where that was not known. */
    counts: z.object({ reports: count, annotations: count }).readonly().optional(),
  })
  .readonly()
const entrySchema = z.object({ path: z.string(), content: z.string() }).readonly()
const endSchema = z.object({ files: z.number().int().nonnegative() }).readonly()

export type SnapshotHead = z.infer<typeof headSchema>
/** One file: its path inside the library, with slashes, and what it held. */
export type SnapshotEntry = z.infer<typeof entrySchema>

/**
 * Writes a snapshot: gzip of lines of JSON, first what it is, then a line a file, last their number. It takes its name
 * when all of it is on the disk. Where `signal` says so, or anything fails, nothing is left of it.
 */
export async function writeSnapshotFile(
  path: string,
  head: SnapshotHead,
  entries: AsyncIterable<SnapshotEntry>,
  signal?: AbortSignal,
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      const write = async (packed: AsyncIterable<Uint8Array>) => {
        for await (const chunk of packed) await file.appendFile(chunk)
      }
      await pipeline(Readable.from(toLines(head, entries)), createGzip(), write, signal ? { signal } : {})
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

async function* toLines(head: SnapshotHead, entries: AsyncIterable<SnapshotEntry>): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`
  let files = 0
  for await (const entry of entries) {
    yield `${JSON.stringify(entry)}\n`
    files++
  }
  yield `${JSON.stringify({ files })}\n`
}

/** Reads what a snapshot is, without its files. Rejects with a `SnapshotFileError`. */
export async function readSnapshotHead(path: string): Promise<SnapshotHead> {
  for await (const line of linesOf(path)) return parseLine(headSchema, line)
  throw new SnapshotFileError('这个快照是空的。请换一个快照。')
}

/**
 * Reads a snapshot, checking that it is whole: gzip's checksum covers every byte, and the last line says how many files
 * there are. Rejects with a `SnapshotFileError`, or with the system's error where there is no such file.
 */
export async function readSnapshotFile(
  path: string,
): Promise<{ readonly head: SnapshotHead; readonly entries: readonly SnapshotEntry[] }> {
  let head: SnapshotHead | null = null
  let end: number | null = null
  const entries: SnapshotEntry[] = []
  for await (const line of linesOf(path)) {
    if (end !== null) throw new SnapshotFileError(DAMAGED)
    if (head === null) head = parseLine(headSchema, line)
    else {
      const found = parseLine(z.union([entrySchema, endSchema]), line)
      if ('files' in found) end = found.files
      else entries.push(found)
    }
  }
  if (head === null || end !== entries.length) throw new SnapshotFileError(DAMAGED)
  return { head, entries }
}

const DAMAGED = '这个快照已损坏，或者不是眉批的快照，没有恢复任何内容。请换一个快照。'

async function* linesOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip()
  // What goes wrong with the file reaches the reader through what is unpacked of it.
  pipeline(createReadStream(path), gunzip).catch(() => undefined)
  const decoder = new TextDecoder()
  // Pieces of a line that has not ended yet; joined once, not with every piece.
  let pieces: string[] = []
  let length = 0
  try {
    for await (const chunk of gunzip) {
      const [first = '', ...rest] = decoder.decode(z.instanceof(Uint8Array).parse(chunk), { stream: true }).split('\n')
      pieces.push(first)
      length += first.length
      if (length > LONGEST_LINE) throw new SnapshotFileError(DAMAGED)
      for (const piece of rest) {
        yield pieces.join('')
        pieces = [piece]
        length = piece.length
      }
    }
  } catch (error) {
    throw errorCode(error)?.startsWith('Z_') ? new SnapshotFileError(DAMAGED, { cause: error }) : error
  }
  // The last line ends with a line break like all others.
  if (length > 0) throw new SnapshotFileError(DAMAGED)
}

function parseLine<T>(schema: z.ZodType<T>, line: string): T {
  try {
    return schema.parse(JSON.parse(line))
  } catch (error) {
    throw new SnapshotFileError(DAMAGED, { cause: error })
  }
}
