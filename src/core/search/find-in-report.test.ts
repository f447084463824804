import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../report/parse-report.ts'
import { readingBlocks } from '../report/reading-view.ts'
import type { Block } from '../report/report.ts'
import { foldKey } from '../text/fold.ts'
import { sliceRange, toSourceRange } from '../text/range.ts'
import { simplifyCharacter } from '../text/simplify-character.ts'
import { prepareFind } from './find-in-report.ts'

const SAMPLE = readFileSync(new URL('../../../resources/sample-report.txt', import.meta.url), 'utf8')
const sample = readingBlocks(parseReport(SAMPLE, {}))

function paragraphs(text: string): Block[] {
  return [...text.matchAll(/\S[^\n]*/g)].map(({ 0: line, index }) => ({
    kind: 'paragraph',
    ...toSourceRange(index, index + line.length),
  }))
}

const find = (text: string, query: string, options = {}) =>
  prepareFind(text, paragraphs(text), options)(query).map((range) => sliceRange(text, range))

describe('prepareFind', () => {
  it.each<[string, string, string, string[]]>([
    ['every place', '稳就业，稳主体，稳就业', '稳就业', ['稳就业', '稳就业']],
    ['quotation marks in the text', '“五源”共治', '五源共治', ['五源”共治']],
    ['quotation marks in the query', '五源共治', '「五源」共治', ['五源共治']],
    ['white space', '五　源 共治', '五源 共 治', ['五　源 共治']],
    ['width and case', '５Ｇ网络，5g网络', '5G网', ['５Ｇ网', '5g网']],
    ['punctuation', '抓项目、促改革', '目、促', ['目、促']],
    ['none overlapping another', '甲甲甲甲甲', '甲甲', ['甲甲', '甲甲']],
    ['not from one block into the next', '五源\n共治', '五源共治', []],
    ['nothing', '甲', '', []],
    ['what is folded away', '“甲” 乙', ' “”', []],
    ['what is not there', '甲', '乙', []],
    ['a longer query than the text', '甲', '甲乙丙', []],
    ['traditional for simplified, unasked', '發展', '发展', []],
    ['a character that folds to two', 'İİİ', 'i̇', ['İ', 'İ', 'İ']],
    ['half of such characters', 'İİİ', '̇i', ['İİ']],
    ['characters of two units', '𠮷字𠮷字', '𠮷', ['𠮷', '𠮷']],
  ])('%s', (_, text, query, expected) => {
    expect(find(text, query)).toEqual(expected)
  })

  it.each([
    ['發展教育', '发展', ['發展']],
    ['发展教育', '發展', ['发展']],
  ])('traditional and simplified where asked: %s', (text, query, expected) => {
    expect(find(text, query, { further: simplifyCharacter })).toEqual(expected)
  })

  it('finds in the sample what stands in it, and not in what was set aside', () => {
    const finder = prepareFind(SAMPLE, sample)
    expect(finder('五源共治')).toHaveLength(8)
    expect(finder('链长+专班').map((range) => sliceRange(SAMPLE, range))).toEqual(
      Array.from({ length: 3 }, () => '链长+专班'),
    )
    expect(finder('人民政府门户网站')).toEqual([])
    expect(finder('上一篇')).toEqual([])
  })
})

describe('laws', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('甲', '乙', '“', ' ', '\n', 'Ａ', 'a', 'İ'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    )
    .map((parts) => parts.join(''))
  const query = fc.oneof(fc.constantFrom('甲', '甲乙', 'a', 'aa', '甲 甲'), fc.string({ unit: 'binary', maxLength: 2 }))

  it('each place holds the query, in one block, behind the one before', () => {
    fc.assert(
      fc.property(text, query, (words, sought) => {
        const blocks = paragraphs(words)
        const found = prepareFind(words, blocks)(sought)
        for (const [i, range] of found.entries()) {
          expect(foldKey(sliceRange(words, range))).toContain(foldKey(sought))
          expect(range.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
          expect(blocks.some((block) => block.start <= range.start && range.end <= block.end)).toBe(true)
        }
      }),
    )
  })

  it('every stretch of a block is found', () => {
    const stretch = fc
      .constantFrom(...sample)
      .chain((block) =>
        fc
          .tuple(fc.integer({ min: block.start, max: block.end - 1 }), fc.integer({ min: 1, max: 12 }))
          .map(([start, length]) => SAMPLE.slice(start, Math.min(start + length, block.end))),
      )
    const finder = prepareFind(SAMPLE, sample)
    fc.assert(
      fc.property(stretch, (words) => {
        expect(finder(words).length > 0).toBe(foldKey(words) !== '')
      }),
    )
  })
})

it('finds in a million characters at once', () => {
  const text = '推进“高质量”发展，改善民生。\n'.repeat(1_000_000 / 16)
  const finder = prepareFind(text, paragraphs(text))
  for (const query of ['高质量发展', '不在里面', '。']) {
    const from = performance.now()
    finder(query)
    // A few milliseconds on any machine; with room for a busy one.
    expect(performance.now() - from).toBeLessThan(200)
  }
})
