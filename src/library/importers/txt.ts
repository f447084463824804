import { decodeText } from './decode-text.ts'
import type { Importer } from './importer.ts'

/** Plain text in UTF-8. */
export const txtImporter: Importer = {
  format: 'txt',
  extensions: ['txt', 'text'],
  read(bytes, fileName) {
    return { format: 'txt', encoding: 'utf-8', text: repairLineBreaks(decodeText(bytes)), hints: { fileName } }
  },
}

/**
 * Turns line breaks that were written out (`\r\n` or `\n` as characters, as spreadsheets export them) into real ones.
 * Only where they must be line breaks: the text is a single line and has at least two of them.
 */
export function repairLineBreaks(text: string): string {
  if (text.trim().includes('\n')) return text
  const writtenOut = /\\r\\n|\\n|\\r(?![a-z])/g
  return (text.match(writtenOut)?.length ?? 0) < 2 ? text : text.replace(writtenOut, '\n')
}
