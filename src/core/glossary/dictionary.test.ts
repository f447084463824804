import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import { bareTerm, buildDictionary } from './dictionary.ts'

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

describe('buildDictionary', () => {
  it('gathers the definitions of one term from several reports', () => {
    const headwords = buildDictionary([
      { reportId: 'a', glossary: { heading: '名词解释', entries: [entry('1', '“双减”', '减负担。')] } },
      { reportId: 'b', glossary: { heading: '名词解释', entries: [entry(null, '双减', '减轻负担。')] } },
    ])
    expect(headwords).toEqual([
      {
        key: '双减',
        term: '双减',
        definitions: [
          { reportId: 'a', number: '1', entry: 0, definition: '减负担。' },
          { reportId: 'b', number: null, entry: 0, definition: '减轻负担。' },
        ],
      },
    ])
  })

  it('leaves out notes on data, and keeps the number of the entry', () => {
    const glossary = {
      heading: '名词解释',
      entries: [entry('1', null, '数据为初步统计数。'), entry('2', '双创', '大众创业。')],
    }
    expect(
      buildDictionary([{ reportId: 'a', glossary }]).map(({ term, definitions }) => [term, definitions[0]?.entry]),
    ).toEqual([['双创', 1]])
  })
})
