import { describe, expect, it } from 'vitest'
import type { Annotation } from '../annotation/annotation.ts'
import { type ExportScope, exportScopeSchema, isInScope, WHOLE_REPORT } from './scope.ts'

function annotate(id: string, rest: Partial<Annotation>): Annotation {
  const time = '2025-01-20T00:00:00Z'
  const anchor = { textHash: 'h', start: 0, end: 1, quote: '字', prefix: '', suffix: '', sectionPath: [] }
  return {
    id,
    revision: 1,
    created: time,
    modified: time,
    anchor,
    color: 'indigo',
    note: '',
    tags: [],
    deleted: false,
    ...rest,
  }
}

const ALL = [
  annotate('a', { color: 'rouge', tags: ['环境/空气'], modified: '2025-03-01T08:00:00.000Z' }),
  annotate('b', { tags: ['环境', '待办'], created: '2025-02-01T00:00:00.000Z' }),
  annotate('c', { tags: ['环境保护'] }),
]

describe('isInScope', () => {
  it.each<[string, ExportScope, string]>([
    ['everything', WHOLE_REPORT, 'abc'],
    ['by id', { ids: ['a', 'c', 'x'] }, 'ac'],
    ['none', { ids: [] }, ''],
    ['by colour', { colors: ['rouge', 'cinnabar'] }, 'a'],
    ['a tag with those under it', { tags: ['环境'] }, 'ab'],
    ['a tag under another', { tags: ['环境/空气'] }, 'a'],
    ['one of two tags', { tags: ['待办', '环境保护'] }, 'bc'],
    ['made since', { dates: { by: 'created', from: '2025-02-01T00:00:00Z' } }, 'b'],
    ['made before', { dates: { by: 'created', to: '2025-02-01T00:00:00.000Z' } }, 'ac'],
    [
      'changed within',
      { dates: { by: 'modified', from: '2025-03-01T08:00:00Z', to: '2025-03-01T08:00:00.001Z' } },
      'a',
    ],
    ['two conditions', { tags: ['环境'], colors: ['indigo'] }, 'b'],
  ])('%s', (_what, scope, ids) => {
    expect(exportScopeSchema.parse(scope)).toEqual(scope)
    expect(
      ALL.filter((annotation) => isInScope(annotation, scope))
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids)
  })
})
