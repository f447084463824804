import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../text/fold.ts'
import { toSourceRange } from '../text/range.ts'
import { simplifyCharacter } from '../text/simplify-character.ts'
import { compileTermMatcher } from './term-matcher.ts'

function find(terms: string[], text: string): string[] {
  return compileTermMatcher(terms)(text, toSourceRange(0, text.length)).map(
    ({ start, end, term }) => `${text.slice(start, end)}=${terms[term]}`,
  )
}

describe('compileTermMatcher', () => {
  it.each([
    ['a term in quotation marks', ['“五源共治”'], '实施“五源共治”，推进', ['五源共治=“五源共治”']],
    [
      'the longest term',
      ['三重一大', '三重一大集体决策制度'],
      '执行“三重一大”集体决策制度',
      ['三重一大”集体决策制度=三重一大集体决策制度'],
    ],
    [
      'the next longest where the long one breaks off',
      ['三重一大', '三重一大集体决策制度'],
      '“三重一大”决策',
      ['三重一大=三重一大'],
    ],
    ['every place', ['双减'], '双减、“双减”', ['双减=双减', '双减=双减']],
    ['no part of a number', ['5G'], '15G 与 5G', ['5G=5G']],
    ['a term before a space and a number', ['5G'], '建成5G 1376个', ['5G=5G']],
    ['a term in quotation marks before a word', ['CIM'], '“CIM”3D平台', ['CIM=CIM']],
    ['no part of a Latin word', ['AI'], 'AIGC、AI', ['AI=AI']],
    ['nothing for a single character', ['稳'], '稳中求进', []],
    ['nothing for an empty term', ['“”'], '稳中求进', []],
    ['full width as half width', ['1+2+N'], '“１＋２＋Ｎ”体系', ['１＋２＋Ｎ=1+2+N']],
  ])('finds %s', (_what, terms, text, expected) => {
    expect(find(terms, text)).toEqual(expected)
  })

  it('counts in the source text, wherever the block stands', () => {
    const text = '开头。\n𠮷 坚持“双 减”政策'
    const [hit] = compileTermMatcher(['双减'])(text, toSourceRange(4, text.length))
    expect(text.slice(hit?.start, hit?.end)).toBe('双 减')
  })

  it('offers the shorter terms inside a hit', () => {
    const terms = ['三重一大', '三重一大集体决策制度', '集体决策', '决策制度', '无关']
    const text = '严格执行“三重一大”集体决策制度，'
    const [hit] = compileTermMatcher(terms)(text, toSourceRange(0, text.length))
    expect(hit?.nested.map(({ start, end, term }) => `${text.slice(start, end)}=${terms[term]}`)).toEqual([
      '三重一大=三重一大',
      '集体决策=集体决策',
      '决策制度=决策制度',
    ])
  })

  it('finds a simplified term in a traditional text, and the other way about, when asked to', () => {
    const text = '實施「五源共治」，加強監測。'
    const range = toSourceRange(0, text.length)
    expect(
      compileTermMatcher(['五源共治', '加强监测'], simplifyCharacter)(text, range).map(({ start, end }) =>
        text.slice(start, end),
      ),
    ).toEqual(['五源共治', '加強監測'])
    expect(compileTermMatcher(['加强监测'])(text, range)).toEqual([])
    expect(compileTermMatcher(['加強監測'], simplifyCharacter)('加强监测', toSourceRange(0, 4))).toHaveLength(1)
  })

  it.each([
    ['a surrogate pair before and inside', '𠮷𠮷“双𠮷减”', '双𠮷减'],
    ['CRLF inside', '坚持“双\r\n减”', '双减'],
    ['a no-break space inside', '坚持双\u00a0减', '双减'],
    ['a zero-width space inside', '坚持双\u200b减', '双减'],
    ['a combining mark after', '坚持双减\u0301', '双减'],
  ])('keeps its offsets over %s', (_what, text, term) => {
    const [hit] = compileTermMatcher([term])(text, toSourceRange(0, text.length))
    expect(foldText(text.slice(hit?.start, hit?.end)).folded).toBe(foldText(term).folded)
  })

  it('agrees with looking for every term at every place', () => {
    const unit = fc.constantFrom('一', '二', '三', '“', ' ')
    const term = fc.string({ unit, minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(term, { maxLength: 8 }), fc.string({ unit, maxLength: 60 }), (terms, text) => {
        const hits = compileTermMatcher(terms)(text, toSourceRange(0, text.length))
        expect(hits.map(({ start, end }) => [start, end])).toEqual(naive(terms, text))
      }),
    )
  })
})

/** The same by brute force: at each place of the folded text the longest term that stands there. */
function naive(terms: readonly string[], text: string): number[][] {
  const { folded, starts, ends } = foldText(text)
  const keys = terms.map((term) => foldText(term).folded).filter((key) => key.length >= 2)
  const hits: number[][] = []
  for (let from = 0; from < folded.length; ) {
    const lengths = keys.filter((key) => folded.startsWith(key, from)).map((key) => key.length)
    const length = Math.max(0, ...lengths)
    if (length > 0) hits.push([starts[from] ?? -1, ends[from + length - 1] ?? -1])
    from += Math.max(1, length)
  }
  return hits
}
