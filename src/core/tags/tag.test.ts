import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagsSchema } from '../annotation/annotation.ts'
import { LONGEST_TAG, pathsTo, toTag, toTags } from './tag.ts'

describe('toTag', () => {
  it.each([
    ['民生', '民生'],
    ['#民生', '民生'],
    ['＃＃民生', '民生'],
    ['  民生 / 教育 ', '民生/教育'],
    ['民生／教育', '民生/教育'],
    ['/民生//教育/', '民生/教育'],
    ['民生/ /教育', '民生/教育'],
    ['#民生/#教育', '民生/教育'],
    ['待 办', '待-办'],
    ['数据，环境', '数据-环境'],
    ['C#/5G#', 'C#/5G#'],
    ['GDP', 'GDP'],
    // e and an accent of its own are one letter.
    ['Que\u0301bec', 'Qu\u00e9bec'],
    ['民\u200b生\ufeff', '民生'],
    ['👩‍🌾', '👩‍🌾'],
  ])('%j is %j', (written, tag) => {
    expect(toTag(written)).toBe(tag)
  })

  it.each([[''], [' '], ['#'], ['/'], ['# / ＃'], ['，、'], ['\u200b'], ['\u0000']])('%j is none', (written) => {
    expect(toTag(written)).toBeNull()
  })

  it('is no longer than can be stored, and ends in no half character and no slash', () => {
    expect(toTag('长'.repeat(201))).toBe('长'.repeat(200))
    expect(toTag(`甲${'𠮷'.repeat(100)}`)).toBe(`甲${'𠮷'.repeat(99)}`)
    expect(toTag(`${'长'.repeat(199)}/下`)).toBe('长'.repeat(199))
  })

  it('leaves a tag as it is, whatever it was made from', () => {
    const pieces = fc.constantFrom(
      '民',
      '生',
      '#',
      '＃',
      '/',
      '／',
      ' ',
      '　',
      '，',
      ';',
      '\n',
      'e',
      '\u0301',
      '\u200b',
    )
    const written = fc.oneof(fc.string({ unit: pieces }), fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(written, (text) => {
        const tag = toTag(text)
        if (tag === null) return
        expect(toTag(tag)).toBe(tag)
        expect(tag.length).toBeLessThanOrEqual(LONGEST_TAG)
        expect(tag).not.toMatch(/[\s,，、;；]|^[#＃]|^\/|\/\/|\/$/u)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('toTags', () => {
  it('has each once, where it stood first, and no more than can be stored', () => {
    expect(toTags(['民生', '#环境', '', ' 民生 ', '环境/水'])).toEqual(['民生', '环境', '环境/水'])
    const many = Array.from({ length: 300 }, (_, index) => `标签${index}`)
    expect(tagsSchema.parse(toTags(many))).toEqual(many.slice(0, 200))
  })
})

describe('pathsTo', () => {
  it('leads from the outermost to the tag', () => {
    expect(pathsTo('民生/教育/托育')).toEqual(['民生', '民生/教育', '民生/教育/托育'])
  })
})
