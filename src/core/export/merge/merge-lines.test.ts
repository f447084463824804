import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeLines } from './merge-lines.ts'

const LINK = 'meipi://report/0123456789abcdef?a=a1'

describe('mergeLines', () => {
  it.each([
    ['nothing new', ['甲', '乙'], ['甲', '乙'], ['甲', '乙']],
    ['a changed line', ['甲', '旧', '丙'], ['甲', '新', '丙'], ['甲', '新', '丙']],
    ['a line more', ['甲', '丙'], ['甲', '乙', '丙'], ['甲', '乙', '丙']],
    ['a line of the reader’s', ['甲', '我的', '丙'], ['甲', '丙'], ['甲', '我的', '丙']],
    ['one at the end', ['甲', '我的'], ['甲'], ['甲', '我的']],
    [
      'a line of the reader’s beside a changed one',
      ['甲', '我的', '丙', '旧'],
      ['甲', '丙', '新'],
      ['甲', '我的', '丙', '新'],
    ],
    [
      'a locator renewed, with a line of the reader’s before it',
      ['> 甲', '> 我的', `> —— 旧 · [回](${LINK})`],
      ['> 甲', `> —— 新 · [回](${LINK})`],
      ['> 甲', '> 我的', `> —— 新 · [回](${LINK})`],
    ],
    ['all gone', ['甲'], [], ['甲']],
  ])('%s', (_what, existing, fresh, merged) => {
    expect(mergeLines(existing, fresh)).toEqual(merged)
  })

  it('has every line of the export in order, and a second time changes nothing', () => {
    const line = fc.constantFrom('甲', '乙', '丙', '', `—— 一 [](${LINK})`, `—— 二 [](${LINK})`)
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (existing, fresh) => {
        const merged = mergeLines(existing, fresh)
        expect(mergeLines(merged, fresh)).toEqual(merged)
        let found = 0
        for (const each of merged) if (each === fresh[found]) found++
        expect(found).toBe(fresh.length)
      }),
    )
  })
})
