import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvCell, toCsv } from './csv.ts'

/** RFC 4180 as a program reads it: fields in quotes with quotes doubled, or bare without comma, quote and line break. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  for (let match = field.exec(csv); match; match = field.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  const read = rows.flat().length
  if (read === 0) throw new Error('no CSV')
  return rows
}

const body = (rows: readonly (readonly CsvCell[])[]) => toCsv(['a'], rows).slice('\ufeffa\r\n'.length)

describe('toCsv', () => {
  it('begins with a byte order mark and ends every record with CRLF', () => {
    expect(
      toCsv(
        ['报告', 'n'],
        [
          ['甲', 1],
          [null, 2],
        ],
      ),
    ).toBe('\ufeff报告,n\r\n甲,1\r\n,2\r\n')
  })

  it.each([
    ['甲,乙', '"甲,乙"'],
    ['他说"好"', '"他说""好"""'],
    ['一\n二', '"一\n二"'],
    ['一\r\n二\r三', '"一\n二\n三"'],
    [' 前后 ', '" 前后 "'],
    ['', ''],
    ['𠮷😀', '𠮷😀'],
    ['a\ud842b\0', 'a\ufffdb\ufffd'],
    [-3, '-3'],
  ])('%j', (value, cell) => {
    expect(body([[value]])).toBe(`${cell}\r\n`)
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("https://example.org","a")', `"'=HYPERLINK(""https://example.org"",""a"")"`],
    ['+86', "'+86"],
    ['-3.1%', "'-3.1%"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\n=1', `"'\n=1"`],
    ['\r=1', `"'\n=1"`],
    ['＝1', "'＝1"],
    ['—— 一、', '—— 一、'],
    ["'=1", "'=1"],
    ['3=3', '3=3'],
  ])('%j is no formula', (value, cell) => {
    expect(body([[value]])).toBe(`${cell}\r\n`)
  })

  it('is read back by RFC 4180, with no cell that a spreadsheet would run', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(',', '"', '\r', '\n', '=', '-', '字', '\t')).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const csv = toCsv(['a', 'b'], rows)
        const [header, ...read] = readCsv(csv.slice(1))
        expect(header).toEqual(['a', 'b'])
        expect(read).toEqual(
          rows.map((row) =>
            row.map((value) => {
              const text = value.replace(/\p{Surrogate}|\0/gu, '\ufffd').replace(/\r\n?/g, '\n')
              return /^[=+\-@\t\n＝＋－＠]/.test(text) ? `'${text}` : text
            }),
          ),
        )
      }),
    )
  })
})
