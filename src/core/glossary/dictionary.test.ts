import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import { bareTerm, buildDictionary, entryIn } from './dictionary.ts'

const entry = (number: string | null, term: string | null, definition: string) => ({
  ...toSourceRange(0, 1),
  number,
  term,
  definition,
})

describe('bareTerm', () => {
  it.each([
    ['“五源共治”', '五源共治'],
    ['「五源共治」', '五源共治'],
    ['"三重一大"', '三重一大'],
    ['“三公”经费', '“三公”经费'],
    ['“一城”“两带”', '“一城”“两带”'],
    [' 双减 ', '双减'],
  ])('%s → %s', (term, expected) => {
    expect(bareTerm(term)).toBe(expected)
  })
})

const glossary = (...entries: ReturnType<typeof entry>[]) => ({ heading: '名词解释', entries })

describe('buildDictionary', () => {
  it('gathers the definitions of one term from several reports, and tells wordings apart', () => {
    const headwords = buildDictionary(
      [
        { reportId: 'a', glossary: glossary(entry('1', '“双减”', '减轻作业负担、校外培训负担。')) },
        { reportId: 'b', glossary: glossary(entry(null, '双减', '指减轻作业负担，校外培训负担')) },
        { reportId: 'c', glossary: glossary(entry('7', '「双 减」', '减轻学生负担。')) },
      ],
      [{ id: 'mine', term: '双减', definition: '减轻学生负担' }],
    )
    expect(headwords).toHaveLength(1)
    const [headword] = headwords
    expect(headword).toMatchObject({ key: '双减', term: '双减', wordings: 2 })
    expect(headword?.definitions.map(({ wording, source }) => [wording, source])).toEqual([
      [0, { by: 'report', reportId: 'a', number: '1', entry: 0 }],
      [0, { by: 'report', reportId: 'b', number: null, entry: 0 }],
      [1, { by: 'report', reportId: 'c', number: '7', entry: 0 }],
      [1, { by: 'reader', id: 'mine' }],
    ])
    expect(headword && ['a', 'c', 'd'].map((id) => entryIn(headword, id))).toEqual([0, 0, null])
  })

  it('leaves out notes on data, and keeps the place of the entry', () => {
    const headwords = buildDictionary([
      { reportId: 'a', glossary: glossary(entry('1', null, '数据为初步统计数。'), entry('2', '双创', '大众创业。')) },
    ])
    expect(headwords.map((headword) => [headword.term, entryIn(headword, 'a')])).toEqual([['双创', 1]])
  })

  it.each([
    ['“三重一大”', '“三重一大”集体决策制度'],
    ['双百', '“双百”示范创建'],
    ['工程', '“工程”建设'],
  ])('%s stands inside %s, and both know it', (shorter, longer) => {
    const headwords = buildDictionary([
      { reportId: 'a', glossary: glossary(entry('1', longer, '甲。'), entry('2', shorter, '乙。')) },
    ])
    const [long, short] = headwords
    expect(long?.contains).toEqual([short?.key])
    expect(short?.within).toEqual([long?.key])
    expect([long?.within, short?.contains]).toEqual([[], []])
  })

  it('knows of every pair of which one stands inside the other', () => {
    const term = fc.string({ unit: fc.constantFrom('一', '二', '三'), minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.uniqueArray(term, { maxLength: 12 }), (terms) => {
        const headwords = buildDictionary([
          { reportId: 'a', glossary: glossary(...terms.map((each) => entry(null, each, each))) },
        ])
        for (const { key, contains, within } of headwords) {
          const others = terms.filter((other) => other !== key)
          expect([...contains].sort()).toEqual(others.filter((other) => key.includes(other)).sort())
          expect([...within].sort()).toEqual(others.filter((other) => other.includes(key)).sort())
        }
      }),
    )
  })
})
