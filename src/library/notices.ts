import { relative } from 'node:path'
import type { LibraryNotice } from '../core/library-view.ts'
import { describeSystemError } from './describe-system-error.ts'

/** What the reader is to know about the library's files, each thing once. */
export class Notices {
  readonly #folder: string
  readonly #told: LibraryNotice[] = []

  /** `folder` is the library's: notices name paths inside it. */
  constructor(folder: string) {
    this.#folder = folder
  }

  get all(): readonly LibraryNotice[] {
    return [...this.#told]
  }

  tell(code: string, path: string, reason: unknown): void {
    const message = describeSystemError(reason) ?? (reason instanceof Error ? reason.message : String(reason))
    const notice = { code, path: relative(this.#folder, path), message }
    if (!this.#told.some((told) => told.path === notice.path && told.message === message)) this.#told.push(notice)
  }
}
