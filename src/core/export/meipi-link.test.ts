import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isLinkTo, isMeipiLink, LONGEST_LINK, parseMeipiLink, toMeipiLink, toReportLink } from './meipi-link.ts'

const REPORT = '0123456789abcdef'

const reportId = fc.stringMatching(/^[0-9a-f]{16}$/)
const annotationId = fc.string({ unit: 'binary', minLength: 1, maxLength: 64 })

describe('a link', () => {
  it('has an ordinary id as it stands', () => {
    expect(toMeipiLink(REPORT, 'a1-b2')).toBe('meipi://report/0123456789abcdef?a=a1-b2')
    expect(toReportLink(REPORT)).toBe('meipi://report/0123456789abcdef')
  })

  it.each(['a b', 'a)b(c', 'urn:uuid:1', '注&a=2', '𠮷', 'a+b', '%41', '100%', '#'])('is read back: %s', (id) => {
    const link = toMeipiLink(REPORT, id)
    expect(link).not.toMatch(/[\s()]/)
    expect(new URL(link).searchParams.get('a')).toBe(id)
    expect(parseMeipiLink(link)).toEqual({ reportId: REPORT, annotationId: id })
  })

  it('to a report alone is read back', () => {
    expect(parseMeipiLink(toReportLink(REPORT))).toEqual({ reportId: REPORT, annotationId: null })
  })

  it('has a sign for half a surrogate pair, and still leads to its annotation', () => {
    const link = toMeipiLink(REPORT, '\ud842')
    expect(link).toBe('meipi://report/0123456789abcdef?a=%EF%BF%BD')
    const read = parseMeipiLink(link)
    expect(read && isLinkTo(read, '\ud842')).toBe(true)
  })

  it.each([
    ['not encoded', 'meipi://report/0123456789abcdef?a=注(1)', '注(1)'],
    ['encoded more than needed', 'meipi://report/0123456789abcdef?a=%61%31', 'a1'],
    ['encoded in small letters', 'meipi://report/0123456789abcdef?a=%e6%b3%a8', '注'],
  ])('is read where a program passed it on %s', (_, link, id) => {
    expect(parseMeipiLink(link)).toEqual({ reportId: REPORT, annotationId: id })
  })

  test('whatever the ids, it is short enough, read back, and leads to that annotation', () => {
    fc.assert(
      fc.property(reportId, annotationId, (report, id) => {
        const link = toMeipiLink(report, id)
        expect(link.length).toBeLessThanOrEqual(LONGEST_LINK)
        expect(link).toMatch(/^[\x21-\x7e]+$/)
        const read = parseMeipiLink(link)
        expect(read).toEqual({ reportId: report, annotationId: id.replace(/\p{Surrogate}/gu, '\ufffd') })
        expect(read && isLinkTo(read, id)).toBe(true)
      }),
    )
  })

  test('leads to one annotation only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 16 }), annotationId, (id, other) => {
        const read = parseMeipiLink(toMeipiLink(REPORT, id))
        expect(read && isLinkTo(read, other)).toBe(id === other)
      }),
    )
  })
})

describe('anything else is refused', () => {
  it.each([
    '',
    'meipi:',
    'meipi://',
    'meipi://report/',
    'meipi://report/0123456789abcde',
    'meipi://report/0123456789abcdef0',
    'meipi://report/0123456789ABCDEF',
    'meipi://report/0123456789abcdeg',
    'meipi://report/../0123456789abcd',
    'meipi://report/0123456789abcdef/',
    'meipi://report/0123456789abcdef?',
    'meipi://report/0123456789abcdef?a',
    'meipi://report/0123456789abcdef?a=',
    'meipi://report/0123456789abcdef?b=1',
    'meipi://report/0123456789abcdef?a=1&a=2',
    'meipi://report/0123456789abcdef?a=1&file=/etc/passwd',
    'meipi://report/0123456789abcdef?a=1#2',
    'meipi://report/0123456789abcdef#a=1',
    'meipi://report/0123456789abcdef?a=1 --library=/tmp',
    'meipi://report/0123456789abcdef?a=1\n',
    'meipi://report/0123456789abcdef?a=%',
    'meipi://report/0123456789abcdef?a=%zz',
    'meipi://report/0123456789abcdef?a=%ff',
    'meipi://report/0123456789abcdef?a=%ed%a1%82',
    `meipi://report/0123456789abcdef?a=${'a'.repeat(65)}`,
    `meipi://report/0123456789abcdef?a=${'%61'.repeat(65)}`,
    `meipi://report/0123456789abcdef?a=${'a'.repeat(1_000_000)}`,
    'meipi://user@report/0123456789abcdef',
    'meipi://report:80/0123456789abcdef',
    'meipi:report/0123456789abcdef',
    'meipi:///report/0123456789abcdef',
    ' meipi://report/0123456789abcdef',
    'meipi://reports/0123456789abcdef',
    'meipi://command/quit',
    'https://report/0123456789abcdef',
    'file:///report/0123456789abcdef',
    'javascript:alert(1)//meipi://report/0123456789abcdef',
  ])('%s', (link) => {
    expect(parseMeipiLink(link)).toBeNull()
  })

  test('whatever it is, it is refused or says the same as what we write', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc
        .array(fc.constantFrom('meipi:', '//', 'report', '/', REPORT, '?', 'a=', '%', '%61', '&', '#', '注', ' ', '\0'))
        .map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }).map((tail) => `meipi://report/${REPORT}?a=${tail}`),
    )
    fc.assert(
      fc.property(words, (link) => {
        const read = parseMeipiLink(link)
        if (read === null) return
        const { reportId: report, annotationId: id } = read
        const written = id === null ? toReportLink(report) : toMeipiLink(report, id)
        expect(parseMeipiLink(written)).toEqual({
          ...read,
          annotationId: id?.replace(/\p{Surrogate}/gu, '\ufffd') ?? null,
        })
      }),
    )
  })
})

test.each([
  ['meipi://report/0123456789abcdef', true],
  ['MEIPI:whatever', true],
  ['meipi', false],
  ['meipi.txt', false],
  ['./meipi:report', false],
  ['C:\\meipi:report', false],
])('%s is meant as a link: %s', (word, meant) => {
  expect(isMeipiLink(word)).toBe(meant)
})
