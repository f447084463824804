import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeTags } from './change-tags.ts'
import { isAtOrUnder, pathOf } from './tag.ts'
import { addColors, countColors, countTags } from './tag-counts.ts'
import { filterTags, findTag, type TagNode, tagsOf, tagTree } from './tag-tree.ts'

/** Paths of few names, so that tags meet, stand under each other and repeat a name of theirs. */
const path = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
const tags = fc.uniqueArray(path, { maxLength: 5 })

const report = (id: string, own: readonly string[], ...marks: readonly (readonly string[])[]) => ({
  id,
  tags: own,
  tagCounts: countTags(marks.map((each) => ({ tags: each }))),
})
const outlineOf = (nodes: readonly TagNode[]): string[] =>
  tagsOf(nodes).map(({ path: at, own, all, reports }) => `${at} ${own}/${all} ${reports.join('')}`)

describe('countTags', () => {
  it('counts an annotation once, under whatever of its tags it stands', () => {
    expect(
      countTags([{ tags: ['环境/水', '环境/空气'] }, { tags: ['环境/水'] }, { tags: ['环境'] }, { tags: [] }]),
    ).toEqual([
      { path: '环境', own: 1, all: 3 },
      { path: '环境/水', own: 2, all: 2 },
      { path: '环境/空气', own: 1, all: 1 },
    ])
  })

  it('counts a tag that was stored in another form under its own', () => {
    expect(countTags([{ tags: ['#环境 /水', '环境/水'] }])).toEqual([
      { path: '环境', own: 0, all: 1 },
      { path: '环境/水', own: 1, all: 1 },
    ])
  })
})

describe('tagTree', () => {
  it('adds reports up, with those that have a tag themselves', () => {
    const tree = tagTree([
      report('a', ['民生'], ['环境/水', '环境/空气'], ['环境/水']),
      report('b', ['环境/土'], ['环境'], ['民生']),
      report('c', []),
    ])
    expect(outlineOf(tree)).toEqual(['环境 1/3 ab', '环境/空气 1/1 a', '环境/水 2/2 a', '环境/土 0/0 b', '民生 1/1 ab'])
  })

  it('has tags side by side in the order of Chinese words and of numbers', () => {
    const tree = tagTree([report('a', ['数据', '十四五', '2025', '财政', '第10', '第9', 'GDP'])])
    expect(tree.map(({ name }) => name)).toEqual(['2025', '财政', '第9', '第10', '十四五', '数据', 'GDP'])
  })

  it('finds a tag and filters, with what is above and under it', () => {
    const tree = tagTree([report('a', [], ['环境/水/河长制'], ['环境/空气'], ['民生'])])
    expect(findTag(tree, '环境/水')?.all).toBe(1)
    expect(findTag(tree, '环境/火')).toBeNull()
    expect(findTag(tree, '水')).toBeNull()
    const found = filterTags(tree, ({ name }) => name === '水')
    expect(tagsOf(found).map((node) => node.path)).toEqual(['环境', '环境/水', '环境/水/河长制'])
    expect(filterTags(tree, () => false)).toEqual([])
  })

  it('counts every annotation and every report once at each place', () => {
    const reports = fc.array(fc.record({ own: tags, marks: fc.array(tags, { maxLength: 6 }) }), { maxLength: 4 })
    fc.assert(
      fc.property(reports, path, (given, at) => {
        const node = findTag(tagTree(given.map(({ own, marks }, index) => report(`${index}`, own, ...marks))), at)
        const marks = given.flatMap((each) => each.marks)
        const has = (list: readonly string[]) => list.some((tag) => isAtOrUnder(pathOf(tag), at))
        expect(node?.own ?? 0).toBe(marks.filter((each) => each.includes(at)).length)
        expect(node?.all ?? 0).toBe(marks.filter(has).length)
        expect(node?.reports.length ?? 0).toBe(
          given.filter(({ own, marks: each }) => has(own) || each.some(has)).length,
        )
      }),
    )
  })

  it('keeps its counts when a tag gets a name that nobody has', () => {
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 8 }), path, (marks, from) => {
        const change = { act: 'rename', from, to: '新' } as const
        const tree = tagTree([report('a', [], ...marks)])
        const after = tagTree([report('a', [], ...marks.map((each) => changeTags(each, change)))])
        expect(findTag(after, from)).toBeNull()
        const renamed = findTag(after, '新')
        const before = findTag(tree, from)
        expect(renamed?.all).toBe(before?.all)
        const names = (node: TagNode | null, above: string) =>
          tagsOf(node?.children ?? []).map(({ path: at, own, all }) => [at.slice(above.length), own, all])
        expect(names(renamed, '新')).toEqual(names(before, from))
      }),
    )
  })
})

describe('colours', () => {
  it('are counted and added', () => {
    const first = countColors([{ color: 'indigo' }, { color: 'indigo' }, { color: 'rouge' }])
    expect(first).toEqual({ gamboge: 0, indigo: 2, malachite: 0, rouge: 1, cinnabar: 0 })
    expect(addColors([first, first, countColors([])])).toEqual({
      gamboge: 0,
      indigo: 4,
      malachite: 0,
      rouge: 2,
      cinnabar: 0,
    })
  })
})
