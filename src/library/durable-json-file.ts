import { constants } from 'node:fs'
import { access, copyFile, link, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'
import { isMissing } from './node-errors.ts'
import { syncFolder, writeSynced } from './synced-write.ts'

/** Turns what a file held into a record, or throws when it is not one. */
export type ParseRecord<T> = (value: unknown) => T

/** Says that a file was set aside or could not be used; `path` is the file's. */
export type ReportTrouble = (path: string, message: string) => void

export interface DurableJsonFileOptions<T> {
  readonly parse: ParseRecord<T>
  readonly onTrouble: ReportTrouble
  /** Where true, nothing on the disk is touched: an unreadable file stays where it is. */
  readonly readOnly?: boolean
}

/** The record was written by a newer Meipi, and reading it with this one could lose what it holds. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
}

/**
 * A lowdb adapter for records that must not be lost. A write goes to a temporary file, is forced to the disk and takes
 * the record's name in one step; the generation before it is kept beside it. A file that cannot be read is set aside
 * under a name that says so, and the previous generation is used (docs/adr/0003).
 *
 * One writer at a time: callers queue their writes (see `RecordStore`).
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #options: DurableJsonFileOptions<T>

  constructor(path: string, options: DurableJsonFileOptions<T>) {
    this.#path = path
    this.#options = options
  }

  get #previousPath(): string {
    return besideOf(this.#path, 'previous')
  }

  /** The record, or that of the generation before where the file is damaged; null where there is none. Throws a `NewerSchemaError`. */
  read = async (): Promise<T | null> => {
    const current = await this.#readGeneration(this.#path)
    if (current.state === 'read') return current.record
    if (current.state === 'damaged') await this.#setAside(current.reason)
    const previous = await this.#readGeneration(this.#previousPath)
    if (previous.state !== 'read') return null
    this.#options.onTrouble(this.#path, '已改用上一次保存的内容。')
    return previous.record
  }

  /** Writes the record; when it returns, the record is on the disk. */
  write = async (record: T): Promise<void> => {
    const temporary = `${this.#path}.tmp`
    await writeSynced(temporary, `${JSON.stringify(record, null, 1)}\n`)
    await this.#keepPrevious()
    await rename(temporary, this.#path)
    await syncFolder(dirname(this.#path))
  }

  /** Gives the current generation its second name, so that at no moment neither name is there. */
  async #keepPrevious(): Promise<void> {
    const next = `${this.#previousPath}.tmp`
    await rm(next, { force: true })
    try {
      await link(this.#path, next)
    } catch (error) {
      if (isMissing(error)) return
      // A file system without hard links: a copy does the same, only slower.
      await copyFile(this.#path, next)
    }
    await rename(next, this.#previousPath)
  }

  async #readGeneration(path: string): Promise<Generation<T>> {
    let content: string
    try {
      content = await readFile(path, 'utf8')
    } catch (error) {
      if (isMissing(error)) return { state: 'missing' }
      throw error
    }
    try {
      return { state: 'read', record: this.#options.parse(JSON.parse(content)) }
    } catch (error) {
      if (error instanceof NewerSchemaError) throw error
      return { state: 'damaged', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  async #setAside(reason: string): Promise<void> {
    const path = this.#path
    if (this.#options.readOnly) return this.#options.onTrouble(path, '这个文件已损坏，无法读取。')
    const name = await freeName(path)
    await rename(path, name)
    this.#options.onTrouble(path, `这个文件已损坏，已另存为 ${basename(name)}。${firstLine(reason)}`)
  }
}

type Generation<T> =
  | { readonly state: 'read'; readonly record: T }
  | { readonly state: 'missing' }
  | { readonly state: 'damaged'; readonly reason: string }

/** `annotations.json` + `previous` → `annotations.previous.json`. */
function besideOf(path: string, label: string): string {
  return join(dirname(path), `${basename(path, '.json')}.${label}.json`)
}

async function freeName(path: string): Promise<string> {
  for (let count = 1; ; count++) {
    const name = besideOf(path, `unreadable-${count}`)
    try {
      await access(name, constants.F_OK)
    } catch (error) {
      if (isMissing(error)) return name
      throw error
    }
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
