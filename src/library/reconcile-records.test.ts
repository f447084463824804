import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { type Reconcile, reconcileLibrary, reconcileReport } from './reconcile-records.ts'
import { parseRecord } from './record-form.ts'
import { type LibraryRecord, type ReportRecord, reportForm, SCHEMA_VERSION } from './records.ts'

const reports = join(import.meta.dirname, 'fixtures', 'library-1', 'reports')
const [id = ''] = readdirSync(reports)
const base: ReportRecord = {
  ...parseRecord(reportForm, JSON.parse(readFileSync(join(reports, id, 'report.json'), 'utf8'))).record,
  overrides: [],
  tags: ['甲', '乙'],
}
const place = (offset: number) => ({ offset, progress: 0.5 })
const otherText = { textHash: 'other', encoding: 'gb18030', hints: { title: '另一个' } }

const CASES: readonly (readonly [
  what: string,
  from: ReportRecord | null,
  ours: Partial<ReportRecord>,
  theirs: Partial<ReportRecord>,
  merged: Partial<ReportRecord>,
])[] = [
  ['their place, where ours is as it was', base, {}, { readingPlace: place(7) }, { readingPlace: place(7) }],
  [
    'our place, where both went on',
    base,
    { readingPlace: place(3) },
    { readingPlace: place(7) },
    { readingPlace: place(3) },
  ],
  ['that the place was forgotten', base, {}, { readingPlace: null }, { readingPlace: null }],
  [
    'our place, where nobody knows which was first',
    null,
    { readingPlace: place(3) },
    { readingPlace: place(7) },
    { readingPlace: place(3) },
  ],
  [
    'their place, where we have none',
    null,
    { readingPlace: null },
    { readingPlace: place(7) },
    { readingPlace: place(7) },
  ],
  [
    'tags that either added, without those that either took away',
    base,
    { tags: ['甲', '丙'] },
    { tags: ['甲', '乙', '丁'] },
    { tags: ['甲', '丙', '丁'] },
  ],
  [
    'all tags, where nobody knows what was taken away',
    null,
    { tags: ['甲'] },
    { tags: ['乙'] },
    { tags: ['甲', '乙'] },
  ],
  [
    'their text with all that goes with it',
    base,
    { readingPlace: place(3) },
    otherText,
    { ...otherText, readingPlace: place(3) },
  ],
  ['our text, where both have another', base, otherText, { ...otherText, textHash: 'third', hints: {} }, otherText],
  ['our text, where nobody knows which was first', null, {}, otherText, {}],
  [
    'the earlier time of import',
    base,
    {},
    { imported: '2020-01-01T00:00:00.000Z' },
    { imported: '2020-01-01T00:00:00.000Z' },
  ],
]

function named(names: Partial<LibraryRecord['colorNames']>): LibraryRecord {
  return {
    schemaVersion: SCHEMA_VERSION,
    created: '2025-01-01T00:00:00.000Z',
    colorNames: { ...DEFAULT_COLOR_NAMES, ...names },
  }
}

describe('reconcileReport', () => {
  it.each(CASES)('takes %s', (_what, from, ours, theirs, merged) => {
    expect(reconcileReport(from, { ...base, ...ours }, { ...base, ...theirs })).toEqual({ ...base, ...ours, ...merged })
  })
})

/** A computer that has `mine` and finds `found` in its place: what it has then, and writes where it is not what it found. */
const look = <T>(reconcile: Reconcile<T>, mine: T, found: T) => reconcile(mine, mine, found)

describe('two that have a record open and find each other’s', () => {
  const field = fc.constantFrom<'title' | 'speaker' | 'region'>('title', 'speaker', 'region')
  const correction = fc.record({ what: fc.constant('field' as const), field, value: fc.constantFrom('甲', '乙') })
  const report = fc
    .record({
      overrides: fc.uniqueArray(correction, { selector: (each) => each.field }),
      tags: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙')),
      imported: fc.constantFrom('2025-01-01T00:00:00.000Z', '2025-01-02T00:00:00.000Z'),
      readingPlace: fc.option(fc.nat(9).map(place)),
    })
    .map((fields): ReportRecord => ({ ...base, ...fields }))
  const colorName = fc.constantFrom('甲', '乙', '丙')
  const library = fc
    .record({ rouge: colorName, indigo: colorName, created: fc.constantFrom('2025-01-01', '2025-01-02') })
    .filter(({ rouge, indigo }) => rouge !== indigo)
    .map(({ rouge, indigo, created }) => ({ ...named({ rouge, indigo }), created: `${created}T00:00:00.000Z` }))

  it('agree when the first has looked: they do not write it over and over', () => {
    fc.assert(
      fc.property(report, report, (ours, theirs) => {
        const written = look(reconcileReport, ours, theirs)
        expect(look(reconcileReport, theirs, written)).toEqual(written)
        expect(look(reconcileReport, written, written)).toEqual(written)
      }),
    )
    fc.assert(
      fc.property(library, library, (ours, theirs) => {
        const written = look(reconcileLibrary, ours, theirs)
        expect(look(reconcileLibrary, theirs, written)).toEqual(written)
      }),
    )
  })
})

describe('reconcileLibrary', () => {
  it.each<[string, LibraryRecord | null, LibraryRecord, LibraryRecord, LibraryRecord]>([
    [
      'names that each gave',
      named({}),
      named({ rouge: '待查' }),
      named({ indigo: '数字' }),
      named({ rouge: '待查', indigo: '数字' }),
    ],
    [
      'our name, where both gave one',
      named({}),
      named({ rouge: '待查' }),
      named({ rouge: '疑问' }),
      named({ rouge: '待查' }),
    ],
    [
      'their name, where they gave the old one back',
      named({ rouge: '待查' }),
      named({ rouge: '待查' }),
      named({}),
      named({}),
    ],
    [
      'our names, where theirs would be twice',
      named({}),
      named({ rouge: '待查' }),
      named({ indigo: '待查' }),
      named({ rouge: '待查' }),
    ],
    [
      'names that are not the first ones, where nobody knows',
      null,
      named({ rouge: '待查' }),
      named({ indigo: '数字' }),
      named({ rouge: '待查', indigo: '数字' }),
    ],
  ])('takes %s', (_what, from, ours, theirs, merged) => {
    expect(reconcileLibrary(from, ours, theirs)).toEqual(merged)
  })
})
