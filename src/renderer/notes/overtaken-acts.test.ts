import { beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { recordAct, useHistory } from '../interface/history-store.ts'
import { forgetOvertaken, partName } from './overtaken-acts.ts'

const shown: Annotation = {
  id: 'a',
  revision: 2,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-02T00:00:00.000Z',
  anchor: { textHash: 'hash', start: 0, end: 2, quote: '甲乙', prefix: '', suffix: '', sectionPath: [] },
  color: 'gamboge',
  note: '这里写的',
  tags: ['数据'],
  deleted: false,
  superseded: [],
}

beforeEach(() => {
  useHistory.setState({ done: [], undone: [] })
  for (const [id, part] of [
    ['a', 'note'],
    ['a', 'tags'],
    ['b', 'note'],
  ] as const)
    recordAct({ label: `${id} ${part}`, undo: () => null, redo: () => null, wrote: partName(id, part) })
})

const left = () => useHistory.getState().done.map(({ label }) => label)

describe('forgetOvertaken', () => {
  it.each<[string, Annotation | undefined, Annotation, readonly string[]]>([
    ['a note from elsewhere', shown, { ...shown, note: '别处写的' }, ['a tags', 'b note']],
    ['tags from elsewhere', shown, { ...shown, tags: ['数据', '待核'] }, ['a note', 'b note']],
    ['the same with another history', shown, { ...shown, revision: 9 }, ['a note', 'a tags', 'b note']],
    ['one that was not shown', undefined, { ...shown, note: '别处写的' }, ['a note', 'a tags', 'b note']],
  ])('%s', (_what, before, received, expected) => {
    forgetOvertaken(before, received)
    expect(left()).toEqual(expected)
  })
})
