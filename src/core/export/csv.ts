/** What a cell can hold. Null is an empty cell. */
export type CsvCell = string | number | null

/**
 * Beginnings that a spreadsheet takes for a formula, which could then read other cells or fetch addresses: `= + - @`,
 * tab and line breaks, and the full-width signs that spreadsheets in East Asian languages take for the same.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A table as CSV for spreadsheets and for programs: RFC 4180 (commas, quotes doubled, CRLF after every record), UTF-8
 * with a byte order mark, without which Excel takes Chinese for the system's old code page. A text cell that a
 * spreadsheet would take for a formula gets an apostrophe before it; line breaks inside a cell are LF.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

function toCell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // No file can hold half a surrogate pair, and programs written in C end a text at NUL.
  const text = value.replace(/\p{Surrogate}|\0/gu, '\ufffd').replace(/\r\n?/g, '\n')
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
