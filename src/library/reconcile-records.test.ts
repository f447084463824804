import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { reconcileLibrary, reconcileReport } from './reconcile-records.ts'
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
]

describe('reconcileReport', () => {
  it.each(CASES)('takes %s', (_what, from, ours, theirs, merged) => {
    expect(reconcileReport(from, { ...base, ...ours }, { ...base, ...theirs })).toEqual({ ...base, ...ours, ...merged })
  })
})

describe('reconcileLibrary', () => {
  const named = (names: Partial<LibraryRecord['colorNames']>): LibraryRecord => ({
    schemaVersion: SCHEMA_VERSION,
    created: '2025-01-01T00:00:00.000Z',
    colorNames: { ...DEFAULT_COLOR_NAMES, ...names },
  })
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
