import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasDoubleNearby, indexPlaces, sharedPairs } from './similar-places.ts'

const text =
  '全年地区生产总值增长6.3%,规模以上工业增加值增长8.1%,固定资产投资增长6.5%.坚持生态优先,空气优良天数比例达到88.2%,' +
  '新建改建农村公路120公里,改造老旧小区36个,惠及居民8200户.坚持就业优先,城镇新增就业1.2万人,零就业家庭动态清零.'
const find = indexPlaces(text)

/** The best place for some words as they once stood between these others. */
function bestFor(prefix: string, words: string, suffix: string) {
  const [best] = find({ prefix, words, suffix }).sort((a, b) => b.likeness - a.likeness)
  return best && text.slice(best.start, best.end)
}

describe('indexPlaces', () => {
  it.each([
    ['words that stand', '惠及居民', '8200户', '.坚持就业优先', '8200户'],
    ['words with a misprint', '新建改建', '农村公珞120公里', ',改造老旧', '农村公路120公里'],
    ['figures that were corrected', '空气优良天数比例达到', '87.9%', ',新建改建农村公路', '88.2%'],
    ['words that were replaced by others', '零就业家庭', '全部帮扶到位', '.', undefined],
    ['words between which others were put', '改造老旧小区', '36个,居民8200户', '.坚持就业', '36个,惠及居民8200户'],
  ])('finds %s', (_what, prefix, words, suffix, expected) => {
    expect(bestFor(prefix, words, suffix)).toBe(expected)
  })

  it('finds what stands between the same neighbours when every word is another', () => {
    expect(bestFor('坚持生态优先,空气优良', '日子的份额为', '88.2%,新建改建')).toBe('天数比例达到')
  })

  it('finds a long passage by its ends, whatever was put into its midst', () => {
    const longer = text + text.slice(0, 40)
    const places = indexPlaces(longer)({
      prefix: '全年地区',
      words: longer.slice(4, 60) + longer.slice(66, 140),
      suffix: longer.slice(140, 160),
    })
    expect(places.map(({ start, end }) => [start, end])).toContainEqual([4, 140])
  })

  it('finds nothing where nothing resembles it', () => {
    expect(find({ prefix: '举办马拉松比赛', words: '吸引跑者三万人', suffix: '创历史新高' })).toEqual([])
    expect(indexPlaces('')({ prefix: '', words: '全年', suffix: '' })).toEqual([])
  })

  it('gives ranges of the text alone', () => {
    const words = fc.array(fc.constantFrom('增', '长', '6', '.', '坚', '持', '优', '先'), {
      minLength: 1,
      maxLength: 200,
    })
    fc.assert(
      fc.property(words, words, words, (before, within, after) => {
        for (const { start, end, likeness } of find({
          prefix: before.join(''),
          words: within.join(''),
          suffix: after.join(''),
        })) {
          expect(0 <= start && start < end && end <= text.length).toBe(true)
          expect(likeness).toBeGreaterThanOrEqual(0)
          expect(likeness).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

const SENTENCE = '新建改建农村公路120公里,改造老旧小区36个,惠及居民8200户.'

describe('hasDoubleNearby', () => {
  it.each([
    ['a copy behind it', `${SENTENCE}${SENTENCE.replace('36', '35')}`, true],
    ['a copy further behind it', `${SENTENCE}${text}${SENTENCE}`, false],
    ['another sentence behind it', `${SENTENCE}城镇新增就业1.2万人,零就业家庭动态清零,劳动关系和谐稳定.`, false],
  ])('looks for %s', (_what, folded, expected) => {
    expect(hasDoubleNearby(folded, { start: 0, end: SENTENCE.length, before: 0, after: 0 }, 20)).toBe(expected)
  })
})

it('asks nothing of a double that stood there before', () => {
  const passage = { start: 0, end: SENTENCE.length, before: 0, after: SENTENCE.length }
  expect(hasDoubleNearby(`${SENTENCE}${SENTENCE}`, passage, 20)).toBe(false)
})

describe('sharedPairs', () => {
  it.each([
    ['五源共治', '五源共治', 1],
    ['五源共治', '五源同治', 1 / 3],
    ['增长', '下降', 0],
    ['增', '增', 1],
    ['', '增长', 0],
  ])('of %s and %s', (one, other, expected) => {
    expect(sharedPairs(one, other)).toBeCloseTo(expected)
  })
})
