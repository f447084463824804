import { describe, expect, it } from 'vitest'
import { BLOCK_KINDS } from '../report/report.ts'
import { CORRECTED_FIELDS, CORRECTED_KINDS, correctionSchema, correctionsSchema } from './correction.ts'

const anchor = { textHash: 'a', start: 3, end: 5, quote: '甲乙', prefix: '', suffix: '', sectionPath: [] }

const accepts = (correction: unknown) => correctionSchema.safeParse(correction).success

describe('a correction', () => {
  it.each<readonly [what: string, correction: unknown]>([
    ...CORRECTED_KINDS.map((kind) => [`a block that is ${kind}`, { what: 'block', anchor, kind }] as const),
    ['a heading of the highest level', { what: 'block', anchor, kind: 'heading', level: 1 }],
    ['a heading of the lowest level', { what: 'block', anchor, kind: 'heading', level: 4 }],
    ...CORRECTED_FIELDS.map((field) => [`that there is no ${field}`, { what: 'field', field, value: null }] as const),
    ['a value as long as can be', { what: 'field', field: 'title', value: '长'.repeat(300) }],
    ['an entry that begins here', { what: 'entry-split', anchor }],
    ['an entry that goes on', { what: 'entry-join', anchor }],
    ['what the term is', { what: 'entry-term', anchor }],
  ])('can say: %s', (_what, correction) => {
    expect(accepts(correction)).toBe(true)
  })

  it.each<readonly [what: string, correction: unknown]>([
    ['nothing', undefined],
    ['what is not known', { what: 'entry-delete', anchor }],
    ['a kind that no block has', { what: 'block', anchor, kind: 'poem' }],
    ...BLOCK_KINDS.filter((kind) => !CORRECTED_KINDS.some((corrected) => corrected === kind)).map(
      (kind) => [`a kind that follows from the text: ${kind}`, { what: 'block', anchor, kind }] as const,
    ),
    ['a heading above the highest', { what: 'block', anchor, kind: 'heading', level: 0 }],
    ['a heading below the lowest', { what: 'block', anchor, kind: 'heading', level: 5 }],
    ['a level between two', { what: 'block', anchor, kind: 'heading', level: 1.5 }],
    ['a block nowhere', { what: 'block', kind: 'paragraph' }],
    ['an anchor of no length', { what: 'entry-split', anchor: { ...anchor, end: 3 } }],
    ['an anchor turned round', { what: 'entry-split', anchor: { ...anchor, end: 2 } }],
    ['an anchor before the text', { what: 'entry-join', anchor: { ...anchor, start: -1 } }],
    ['an anchor between two characters', { what: 'entry-join', anchor: { ...anchor, start: 3.5 } }],
    ['an anchor without its words', { what: 'entry-term', anchor: { ...anchor, quote: '' } }],
    ['a field that is derived', { what: 'field', field: 'place', value: '湖北省' }],
    ['an empty value', { what: 'field', field: 'title', value: '' }],
    ['a value of white space', { what: 'field', field: 'title', value: ' 　\n' }],
    ['a value too long', { what: 'field', field: 'title', value: '长'.repeat(301) }],
    ['a year as a number', { what: 'field', field: 'year', value: 2024 }],
    ['a field without a value', { what: 'field', field: 'year' }],
  ])('cannot say: %s', (_what, correction) => {
    expect(accepts(correction)).toBe(false)
  })

  it('is kept without the white space around its value', () => {
    const given = { what: 'field', field: 'region', value: ' 洪湖市\n' }
    expect(correctionSchema.parse(given)).toEqual({ ...given, value: '洪湖市' })
    // The length counts without it.
    expect(accepts({ ...given, value: ` ${'长'.repeat(300)} ` })).toBe(true)
  })

  it('comes in a list that has an end', () => {
    const one = { what: 'field', field: 'year', value: '2024' }
    const list = (length: number) => correctionsSchema.safeParse(Array.from({ length }, () => one)).success
    expect([list(0), list(5000), list(5001)]).toEqual([true, true, false])
    expect(correctionsSchema.safeParse([one, { ...one, what: 'file' }]).success).toBe(false)
  })
})
