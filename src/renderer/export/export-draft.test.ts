import { describe, expect, it } from 'vitest'
import { COLOR_IDS } from '../../core/annotation/annotation.ts'
import { DEFAULT_EXPORT_CHOICE, exportRequestSchema } from '../../core/export/export-choice.ts'
import {
  beginDraft,
  type DayRange,
  type ExportDraft,
  reportsOf,
  toChoice,
  toggleColor,
  toRequest,
} from './export-draft.ts'

const OPEN = '0123456789abcdef'
const OTHER = 'fedcba9876543210'
const draft = beginDraft(DEFAULT_EXPORT_CHOICE, OPEN)

describe('what a draft asks for', () => {
  it.each<[Partial<ExportDraft>, object]>([
    [{}, {}],
    [{ colors: ['rouge'] }, { colors: ['rouge'] }],
    [{ colors: [] }, { colors: [] }],
    [{ tags: new Set(['环境']) }, { tags: ['环境'] }],
  ])('%j', (change, scope) => {
    expect(toRequest({ ...draft, ...change }, [OPEN]).scope).toEqual(scope)
  })

  it.each<[DayRange, object | undefined]>([
    [{ by: 'any', from: '2025-01-01', to: '' }, undefined],
    [{ by: 'created', from: '', to: '' }, undefined],
    [
      { by: 'created', from: '2025-01-01', to: '' },
      { by: 'created', from: new Date(2025, 0, 1).toISOString() },
    ],
    // The last day belongs to it.
    [
      { by: 'modified', from: '', to: '2024-12-31' },
      { by: 'modified', to: new Date(2025, 0, 1).toISOString() },
    ],
    [{ by: 'modified', from: '', to: '+12025-01-01' }, undefined],
  ])('days %j', (days, dates) => {
    const request = toRequest({ ...draft, days }, [OPEN])
    expect(request.scope.dates).toEqual(dates)
    expect(exportRequestSchema.parse(request)).toEqual(request)
  })

  it('asks for a reference only where one is chosen', () => {
    expect(toRequest(draft, []).citation).toBeNull()
    expect(toRequest({ ...draft, cite: 'speaker' }, []).citation).toEqual({ author: 'speaker', edition: '2025' })
  })
})

it.each<[ExportDraft['reports'], string | null, readonly string[]]>([
  ['open', OPEN, [OPEN]],
  ['open', null, []],
  ['all', OPEN, [OTHER, OPEN]],
  ['chosen', OPEN, [OPEN]],
])('reports: %s, open %s', (reports, open, ids) => {
  expect(reportsOf({ ...draft, reports }, open, [OTHER, OPEN])).toEqual(ids)
})

it('speaks of all reports where none is open', () => {
  expect(beginDraft(DEFAULT_EXPORT_CHOICE, null)).toMatchObject({ reports: 'all' })
})

it('remembers neither tags nor days nor single reports', () => {
  const chosen = { ...draft, reports: 'chosen', template: 'logseq', tags: new Set(['环境']) } as const
  expect(toChoice(chosen, { ...DEFAULT_EXPORT_CHOICE, reports: 'all' })).toEqual({
    ...DEFAULT_EXPORT_CHOICE,
    template: 'logseq',
    reports: 'all',
  })
})

it('keeps the colours in the order of the palette', () => {
  expect(toggleColor(toggleColor(COLOR_IDS, 'indigo'), 'indigo')).toEqual(COLOR_IDS)
  expect(toggleColor(['cinnabar'], 'gamboge')).toEqual(['gamboge', 'cinnabar'])
})
