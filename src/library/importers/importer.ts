import type { ImportHints } from '../../core/report/import-hints.ts'

/** A file's bytes as one canonical text: decoded, without byte order mark, with `\n` line ends, without markup. */
export interface ImportedText {
  /** Name of the format, e.g. `txt`. */
  readonly format: string
  /** IANA name in lower case, e.g. `utf-8`. */
  readonly encoding: string
  readonly text: string
  readonly hints: ImportHints
}

/** Turns the bytes of one format into text and hints. Pure: it opens no file and fetches nothing. */
export interface Importer {
  readonly format: string
  /** File name extensions in lower case, without the dot. */
  readonly extensions: readonly string[]
  /** Throws an `ImportError` when the bytes cannot be read as this format. */
  read(bytes: Uint8Array, fileName: string): ImportedText
}
