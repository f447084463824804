import { ImportError } from './import-error.ts'
import type { ImportedText, Importer } from './importer.ts'
import { markdownImporter } from './markdown.ts'
import { txtImporter } from './txt.ts'

const IMPORTERS: readonly Importer[] = [txtImporter, markdownImporter]

/** File name extensions that can be imported, in lower case, without the dot. */
export const IMPORTABLE_EXTENSIONS: readonly string[] = IMPORTERS.flatMap((importer) => importer.extensions)

/** The importer for a file name, by its extension; null where there is none. */
export function importerFor(fileName: string): Importer | null {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase()
  return IMPORTERS.find((importer) => extension !== undefined && importer.extensions.includes(extension)) ?? null
}

/** Reads a file's bytes as the format that its name tells. Throws an ImportError. */
export function importFile(bytes: Uint8Array, fileName: string): ImportedText {
  const importer = importerFor(fileName)
  if (importer === null) throw new ImportError('unsupported')
  const imported = importer.read(bytes, fileName)
  // A Markdown file may be front matter and comments alone.
  if (imported.text.trim() === '') throw new ImportError('empty')
  return imported
}
