/** What went wrong, in words for the reader: what it is and what to do next. */
export interface Problem {
  /** A short stable name for the interface and for tests, e.g. `missing`. */
  readonly code: string
  /** One or two sentences in Chinese. */
  readonly message: string
}

/** The outcome of something that can fail in ways the reader should hear of. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail<T>(code: string, message: string): Result<T> {
  return { ok: false, problem: { code, message } }
}
