import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBlockId, toObsidianTag, toObsidianTags } from './obsidian-names.ts'

const annotationId = fc.string({ unit: 'binary', minLength: 1, maxLength: 64 })

describe('block ids', () => {
  test.each([
    ['01j8-Ab', 'hl-01j8-Ab'],
    ['a_b', 'hl-x-0061005f0062'],
    ['x-0061', 'hl-x-0078002d0030003000360031'],
    ['注', 'hl-x-6ce8'],
  ])('%s', (id, blockId) => {
    expect(toBlockId(id)).toBe(blockId)
  })

  test('are what Obsidian allows, and no two annotations share one', () => {
    fc.assert(
      fc.property(annotationId, annotationId, (a, b) => {
        expect(toBlockId(a)).toMatch(/^hl-[A-Za-z0-9-]+$/)
        expect(toBlockId(a) === toBlockId(b)).toBe(a === b)
      }),
    )
  })
})

describe('tags', () => {
  test.each([
    ['民生', '民生'],
    ['产业/水务', '产业/水务'],
    ['待 核实', '待-核实'],
    ['#重点', '重点'],
    ['2024', '_2024'],
    ['十四五（收官）', '十四五-收官'],
    ['a_b-c', 'a_b-c'],
    ['一//二/', '一/二'],
    ['💧', '💧'],
    ['！！', null],
  ])('%s', (tag, name) => {
    expect(toObsidianTag(tag)).toBe(name)
  })

  test('each once, those that cannot be written left out', () => {
    expect(toObsidianTags(['a b', 'a-b', '？', 'c'])).toEqual(['a-b', 'c'])
  })
})
