import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffPiece, diffWords } from './diff-words.ts'

describe('diffWords', () => {
  it.each<[string, string, DiffPiece[]]>([
    ['同样的话', '同样的话', [{ kind: 'same', text: '同样的话' }]],
    ['', '新的', [{ kind: 'new', text: '新的' }]],
    ['旧的', '', [{ kind: 'gone', text: '旧的' }]],
    ['', '', []],
    [
      '增长6.1%。',
      '增长6.5%。',
      [
        { kind: 'same', text: '增长' },
        { kind: 'gone', text: '6.1' },
        { kind: 'new', text: '6.5' },
        { kind: 'same', text: '%。' },
      ],
    ],
  ])('%j → %j', (before, after, pieces) => {
    expect(diffWords(before, after)).toEqual(pieces)
  })

  it('holds both texts whole, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('增', '长', ' ', '\n', '>', 'a', '1', '𠮷'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after)
        const without = (kind: DiffPiece['kind']) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('')
        expect([without('new'), without('gone')]).toEqual([before, after])
      }),
    )
  })

  it('gives up on texts that have nothing in common', () => {
    const [before, after] = ['甲 '.repeat(3000), '乙，'.repeat(3000)]
    expect(diffWords(before, after)).toEqual([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  })
})
