import { ImportError } from './import-error.ts'

/** Larger files are refused before they are read: no report is a hundredth of that. */
export const MAX_IMPORT_BYTES = 20 * 1024 * 1024

/** One control character in so many is a slip of the keyboard; more is not text. */
const CONTROL_TOLERANCE = 200

/**
 * Decodes UTF-8 into the canonical text: no byte order mark, `\n` line ends. Throws an ImportError: 'too-large',
 * 'binary' (NUL, or control characters throughout), 'encoding' (not UTF-8), 'empty' (nothing but white space).
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.byteLength > MAX_IMPORT_BYTES) throw new ImportError('too-large')
  if (bytes.includes(0)) throw new ImportError('binary')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new ImportError('encoding', error)
  }
  if (countControls(text) * CONTROL_TOLERANCE > text.length) throw new ImportError('binary')
  const canonical = text.replace(/\r\n?/g, '\n')
  if (canonical.trim() === '') throw new ImportError('empty')
  return canonical
}

function countControls(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 127) count++
  }
  return count
}
