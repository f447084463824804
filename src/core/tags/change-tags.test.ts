import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeTags, checkTagChange, TagChangeError, tagChangeSchema } from './change-tags.ts'
import { isAtOrUnder } from './tag.ts'

/** Paths of few names, so that tags meet, stand under each other and repeat a name of theirs. */
const path = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
const tags = fc.uniqueArray(path, { maxLength: 5 })

const rename = (from: string, to: string) => ({ act: 'rename', from, to }) as const

describe('changeTags', () => {
  it.each([
    ['the tag itself', ['民生', '数据'], '民生', '社会', ['社会', '数据']],
    ['what is under it goes with it', ['民生/教育', '民生/教育/托育'], '民生', '社会', ['社会/教育', '社会/教育/托育']],
    ['one under another', ['环境/水', '环境'], '环境/水', '水', ['水', '环境']],
    ['no tag that only begins like it', ['民生实事', '民'], '民生', '社会', ['民生实事', '民']],
    ['merged, there once and where it stood first', ['社会', '数据', '民生'], '民生', '社会', ['社会', '数据']],
    ['merged the other way round', ['民生', '数据', '社会'], '民生', '社会', ['社会', '数据']],
    ['merged with what is under both', ['民生/教育', '社会/教育'], '民生', '社会', ['社会/教育']],
    [
      'under itself: what is there already stays',
      ['甲', '甲/乙', '甲/丙', '甲/乙/丁'],
      '甲',
      '甲/乙',
      ['甲/乙', '甲/乙/丙', '甲/乙/丁'],
    ],
    ['up to the one above', ['甲/乙', '甲/乙/丙', '甲/丁'], '甲/乙', '甲', ['甲', '甲/丙', '甲/丁']],
    ['up, where its name repeats', ['甲/乙/乙'], '甲/乙', '甲', ['甲']],
    ['stored in another form', ['#民生 /教育', '数据'], '民生', '社会', ['社会/教育', '数据']],
    ['to the name it has', ['民生'], '民生', '民生', ['民生']],
  ])('renames %s', (_what, before, from, to, after) => {
    expect(changeTags(before, rename(from, to))).toEqual(after)
  })

  it('deletes a tag with what is under it, and nothing else', () => {
    const change = { act: 'delete', tag: '环境' } as const
    expect(changeTags(['环境', '民生', '环境/水', '环境保护'], change)).toEqual(['民生', '环境保护'])
  })

  it('gives the very list back where nothing changes', () => {
    const list = ['民生', '环境/水']
    for (const change of [rename('数据', '社会'), rename('民生', '民生'), { act: 'delete', tag: '水' } as const])
      expect(changeTags(list, change)).toBe(list)
  })

  it('refuses what would be too long, rather than cut it', () => {
    const long = '长'.repeat(150)
    expect(() => changeTags([`民生/${'教'.repeat(60)}`], rename('民生', long))).toThrow(TagChangeError)
    expect(changeTags(['民生/教育'], rename('民生', long))).toEqual([`${long}/教育`])
  })

  it('does nothing the second time, whatever the names', () => {
    const change = fc.oneof(
      fc.record({ act: fc.constant('rename' as const), from: path, to: path }),
      fc.record({ act: fc.constant('delete' as const), tag: path }),
    )
    fc.assert(
      fc.property(tags, change, (list, made) => {
        const once = changeTags(list, made)
        expect(changeTags(once, made)).toBe(once)
        expect(new Set(once).size).toBe(once.length)
        if (made.act === 'rename') expect(once.length > 0).toBe(list.length > 0)
      }),
      { numRuns: 2000 },
    )
  })

  it('goes there and back where nothing was merged', () => {
    fc.assert(
      fc.property(tags, path, path, (list, from, to) => {
        fc.pre(!isAtOrUnder(from, to) && !isAtOrUnder(to, from) && !list.some((tag) => isAtOrUnder(tag, to)))
        expect(changeTags(changeTags(list, rename(from, to)), rename(to, from))).toEqual(list)
      }),
    )
  })
})

describe('checkTagChange', () => {
  it('brings names into the one form', () => {
    expect(checkTagChange(rename('#民生', ' 社会 / 教育 '))).toEqual(rename('民生', '社会/教育'))
    expect(checkTagChange({ act: 'delete', tag: ' 民生/' })).toEqual({ act: 'delete', tag: '民生' })
  })

  it.each([[''], ['#'], [' / '], ['长'.repeat(201)]])('refuses %j as a name', (to) => {
    expect(() => checkTagChange(rename('民生', to))).toThrow(TagChangeError)
  })

  it.each([[{}], [{ act: 'rename', from: '民生' }], [{ act: 'delete', tag: '' }], [{ act: 'drop', tag: '民生' }]])(
    '%j is no change',
    (malformed) => {
      expect(tagChangeSchema.safeParse(malformed).success).toBe(false)
    },
  )
})
