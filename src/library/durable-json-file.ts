import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'
import { type FileStamp, fileStamp, handleStamp } from './file-stamp.ts'
import { namesIn } from './folder-names.ts'
import { inTurn } from './in-turn.ts'
import { LibraryError } from './library-error.ts'
import { isMissing } from './node-errors.ts'
import { type FoundRecord, NewerSchemaError } from './record-form.ts'
import { sha256 } from './sha256.ts'
import { syncFolder, writeSynced } from './synced-write.ts'

/** Turns what a file held into a record, or throws when it is not one. */
export type ParseRecord<T> = (value: unknown) => FoundRecord<T>

/**
 * `damaged`: set aside, or could not be used. `newer`: can be read, not written. `merged`: another program wrote it too.
 * `conflict-copy`: a synchroniser's copy of it was merged; `conflict-copy-left`: it could not be. `brought-back`: of a
 * report's folder, it was completed from the bin.
 */
export type TroubleKind = 'damaged' | 'newer' | 'merged' | 'conflict-copy' | 'conflict-copy-left' | 'brought-back'

/** Says what was found in a file; `path` is the file's. */
export type ReportTrouble = (path: string, message: string, kind: TroubleKind) => void

export interface DurableJsonFileOptions<T> {
  readonly parse: ParseRecord<T>
  /** The version of the form that is written. A file of a newer one is read and never written. */
  readonly version: number
  readonly onTrouble: ReportTrouble
  /** Where true, nothing on the disk is touched: an unreadable file stays where it is. */
  readonly readOnly?: boolean
  /** Called before every write; where it rejects, nothing is written. */
  readonly confirm?: () => Promise<void>
  /**
   * Eight hexadecimal digits that no other computer has: two that write at once must not write into one temporary file.
   * The same each time, so that what a process that was killed left half written is written over.
   */
  readonly writer?: string
}

/**
 * The names that a write gives a file before it takes its own; a process that was killed leaves them behind. Those that
 * synchronisers give theirs begin with a dot (`.syncthing.annotations.json.tmp`).
 */
export const TEMPORARY_NAME = /^[a-z][a-z.]*\.json\.(?:[0-9a-f]{8}\.)?(?:previous\.)?tmp$/

/** Another program wrote the file since it was last read: it has to be read first. */
export class ForeignChangeError extends Error {
  override readonly name = 'ForeignChangeError'
}

/**
 * A record that is not of the form it would be read in. It is refused before anything is written: as a file it would be
 * set aside when it is read next, and after one more write the generation before it as well.
 */
export class MalformedRecordError extends LibraryError {
  override readonly name = 'MalformedRecordError'

  constructor(path: string, cause: unknown) {
    super(`这次改动的内容不合格式，没有保存（${basename(path)}）。已经保存的内容没有变。`, { cause })
  }
}

/**
 * A lowdb adapter for records that must not be lost. A write goes to a temporary file, is forced to the disk and takes
 * the record's name in one step; the generation before it is kept beside it. A file that cannot be read is set aside
 * under a name that says so, and the previous generation is used (docs/adr/0003). What another program wrote is never
 * written over unread (docs/adr/0011).
 *
 * One writer at a time: callers queue their writes (see `RecordStore`).
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #options: DurableJsonFileOptions<T>
  /** The file as it was last read or written here; null where there was none. */
  #known: KnownFile | null = null
  /** Why the file is not written, where a newer Meipi wrote it. */
  #newer: NewerSchemaError | null = null
  readonly #temporary: string

  constructor(path: string, options: DurableJsonFileOptions<T>) {
    this.#path = path
    this.#options = options
    this.#temporary = `${path}.${options.writer ?? '00000000'}`
  }

  get canWrite(): boolean {
    return !this.#options.readOnly && !this.#newer
  }

  get #previousPath(): string {
    return besideOf(this.#path, 'previous')
  }

  /** The record, or that of the generation before where the file is damaged; null where there is none. Throws a `NewerSchemaError`. */
  read = async (): Promise<T | null> => {
    const current = await this.#readCurrent()
    if (current.state === 'read') return current.found.record
    if (current.state === 'newer') throw current.error
    const previous = await readGeneration(this.#previousPath, this.#options.parse)
    if (previous.state !== 'read') return null
    this.#take(previous.found)
    this.#options.onTrouble(this.#path, '已改用上一次保存的内容。', 'damaged')
    return previous.found.record
  }

  /**
   * What another program made of the record since it was last read or written here; null where it is as it was, is gone,
   * or cannot be read (then it is set aside, or not written where a newer Meipi wrote it).
   */
  readForeign = async (): Promise<T | null> => {
    const known = this.#known
    const stamp = await fileStamp(this.#path)
    if (stamp === known?.stamp || stamp === null) return null
    const current = await this.#readCurrent()
    return current.state === 'read' && this.#known?.hash !== known?.hash ? current.found.record : null
  }

  /**
   * Writes the record; when it returns, the record is on the disk. Throws a `ForeignChangeError`, a `NewerSchemaError` or a
   * `MalformedRecordError`.
   * A report that is open may be read once more for the list: two of this process write one after another, or they would
   * write into the same temporary file.
   */
  write = (record: T): Promise<void> => inTurn(this.#path, () => this.#write(record))

  async #write(record: T): Promise<void> {
    if (this.#newer) throw this.#newer
    this.#expectReadable(record)
    await this.#options.confirm?.()
    const temporary = `${this.#temporary}.tmp`
    const content = `${JSON.stringify(record, null, 1)}\n`
    try {
      const stamp = await writeSynced(temporary, content)
      await this.#keepPrevious()
      await rename(temporary, this.#path)
      this.#known = { stamp, hash: sha256(content) }
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
    await syncFolder(dirname(this.#path))
  }

  /**
   * Gives the current generation its second name, so that at no moment neither name is there. Throws a
   * `ForeignChangeError` where it is not the one that was last read or written here. What another program writes between
   * that look and the rename that follows cannot be seen (no file system lets a name be exchanged on a condition); it
   * is a matter of microseconds, and a program of ours that is written over so writes again (`RecordStore.refresh`).
   */
  async #keepPrevious(): Promise<void> {
    const next = `${this.#temporary}.previous.tmp`
    await rm(next, { force: true })
    try {
      await link(this.#path, next)
    } catch (error) {
      if (isMissing(error)) return
      // A file system without hard links: a copy does the same, only slower.
      await copyFile(this.#path, next)
    }
    try {
      await this.#expectKnown()
      await rename(next, this.#previousPath)
    } catch (error) {
      await rm(next, { force: true }).catch(() => undefined)
      throw error
    }
    await this.#expectKnown()
  }

  #expectReadable(record: T): void {
    try {
      this.#options.parse(record)
    } catch (error) {
      throw new MalformedRecordError(this.#path, error)
    }
  }

  async #expectKnown(): Promise<void> {
    const stamp = await fileStamp(this.#path)
    if (stamp !== null && stamp !== this.#known?.stamp)
      throw new ForeignChangeError(`${this.#path} was written by another program`)
  }

  async #readCurrent(): Promise<Generation<T>> {
    const generation = await readGeneration(this.#path, this.#options.parse)
    this.#known = generation.state === 'missing' ? null : generation.known
    if (generation.state === 'read') this.#take(generation.found)
    if (generation.state === 'newer') this.#refuse(generation.error)
    if (generation.state === 'damaged') await this.#setAside(generation.reason)
    return generation
  }

  #take({ version }: FoundRecord<T>): void {
    if (version > this.#options.version) this.#refuse(new NewerSchemaError(true))
    else this.#newer = null
  }

  #refuse(error: NewerSchemaError): void {
    this.#newer = error
    this.#options.onTrouble(this.#path, error.message, 'newer')
  }

  async #setAside(reason: string): Promise<void> {
    const path = this.#path
    const { readOnly, onTrouble } = this.#options
    if (readOnly) return onTrouble(path, '这个文件已损坏，无法读取。', 'damaged')
    const name = await freeName(path)
    await rename(path, name)
    this.#known = null
    onTrouble(path, `这个文件已损坏，已另存为 ${basename(name)}。${reason}`, 'damaged')
  }
}

/** A file's content, by its stamp and by its sha256. */
interface KnownFile {
  readonly stamp: FileStamp
  readonly hash: string
}

type Generation<T> =
  | { readonly state: 'read'; readonly known: KnownFile; readonly found: FoundRecord<T> }
  | { readonly state: 'newer'; readonly known: KnownFile; readonly error: NewerSchemaError }
  | { readonly state: 'damaged'; readonly known: KnownFile; readonly reason: string }
  | { readonly state: 'missing' }

async function readGeneration<T>(path: string, parse: ParseRecord<T>): Promise<Generation<T>> {
  const read = await readStamped(path)
  if (!read) return { state: 'missing' }
  const { content, stamp } = read
  const known = { stamp, hash: sha256(content) }
  try {
    return { state: 'read', known, found: parse(JSON.parse(content)) }
  } catch (error) {
    if (error instanceof NewerSchemaError) return { state: 'newer', known, error }
    return { state: 'damaged', known, reason: describeDamage(error) }
  }
}

/** A file's content with its stamp from before it was read: what is written meanwhile makes it another file. */
async function readStamped(path: string): Promise<{ readonly content: string; readonly stamp: FileStamp } | null> {
  try {
    const file = await open(path, 'r')
    try {
      const stamp = await handleStamp(file)
      return { stamp, content: await file.readFile('utf8') }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** `annotations.json` + `previous` → `annotations.previous.json`. */
function besideOf(path: string, label: string): string {
  return join(dirname(path), `${basename(path, '.json')}.${label}.json`)
}

async function freeName(path: string): Promise<string> {
  const taken = new Set(await namesIn(dirname(path)))
  for (let count = 1; ; count++) {
    const name = besideOf(path, `unreadable-${count}`)
    if (!taken.has(basename(name))) return name
  }
}

/** What zod says goes over many lines, of which the first is a bracket. */
function describeDamage(error: unknown): string {
  if (error instanceof Error && error.name === 'ZodError') return '内容不合格式。'
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
