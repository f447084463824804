import { describe, expect, it } from 'vitest'
import { splitLines } from '../report/piece.ts'
import { ENTRY_NUMBER_RULES, readEntryNumber } from './parse-entry-number.ts'
import { termEndWithoutPage } from './parse-entry-term.ts'
import { parseGlossary } from './parse-glossary.ts'
import { GLOSSARY_HEADING_RULES, matchGlossaryHeading } from './parse-glossary-heading.ts'

const SPEECH = '全市上下同心协力，抓项目、促改革、惠民生，各项事业都取得了新的进步。'.repeat(12)

function parse(lines: readonly string[], bold: readonly string[] = []) {
  const text = [SPEECH, SPEECH, ...lines].join('\n')
  const pieces = splitLines(text)
  const hints = { bold: bold.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })) }
  return parseGlossary(text, pieces, [...pieces.keys()], hints)
}

/** number|term|definition of each entry. */
function entries(lines: readonly string[], bold: readonly string[] = []): string[] {
  return parse(lines, bold).glossary.entries.map(
    ({ number, term, definition }) => `${number ?? '-'}|${term ?? '-'}|${definition}`,
  )
}

describe('headings of a glossary', () => {
  const examples = GLOSSARY_HEADING_RULES.flatMap((rule) => rule.examples.map((example) => ({ rule, example })))
  it.each(examples)('$rule.name: $example', ({ rule, example }) => {
    const head = example.replace(/\s/g, '')
    expect(rule.pattern.test(head)).toBe(true)
    expect(matchGlossaryHeading(head, head.length)?.sure).toBe(rule.sure)
  })

  it.each([
    '【名词解释】',
    '名词解释:',
    '附件：名词解释',
    '附件二：名词解释',
    '附：术语解读',
    '名词注释（按报告中出现顺序排列）',
    '《政府工作报告》特定词语解释',
  ])('whatever stands around: %s', (head) => {
    expect(matchGlossaryHeading(head, head.length)?.sure).toBe(true)
  })

  it.each([
    '三、关于规划纲要（草案）的说明',
    '加强政策解释，做好群众工作',
    '一、2023年工作回顾',
    '《规划纲要（草案）》说明',
    '名词解释.docx',
  ])('no heading: %s', (head) => {
    expect(matchGlossaryHeading(head, head.length)).toBeNull()
  })
})

describe('numbers of entries', () => {
  it.each(ENTRY_NUMBER_RULES)('$form: $example', ({ form, example }) => {
    const number = readEntryNumber(example, form)
    expect(number?.value).toBe(12)
    expect(example.slice(number?.end)).toMatch(/^甲计划/)
  })

  it('takes no measure for a number', () => {
    expect(readEntryNumber('12个项目', 'bare')).toBeNull()
    expect(readEntryNumber('12.5%', 'bare')).toBeNull()
  })
})

describe('entries', () => {
  it.each<[string, string[], string[]]>([
    ['1. and a colon', ['名词解释', '1.“甲”：乙。', '2. 丙：丁。'], ['1|“甲”|乙。', '2|丙|丁。']],
    ['no numbers', ['部分用语说明', '甲：乙。', '丙"1、2":丁。'], ['-|甲|乙。', '-|丙"1、2"|丁。']],
    [
      '［1］ with the definition on its own line',
      ['注释', '［1］甲：', '乙。', '［2］丙：', '丁。'],
      ['1|甲|乙。', '2|丙|丁。'],
    ],
    ['[1].', ['名词解释：', '[1].甲：乙。', '[2].丙：丁。'], ['1|甲|乙。', '2|丙|丁。']],
    ['【1】', ['名词解释', '【1】甲：乙。', '【2】丙：丁。'], ['1|甲|乙。', '2|丙|丁。']],
    ['（1）', ['名词解释', '（1）甲：乙。', '（2）丙：丁。'], ['1|甲|乙。', '2|丙|丁。']],
    ['full-width figures', ['名词解释', '[１]甲：乙。', '[２]丙：丁。'], ['1|甲|乙。', '2|丙|丁。']],
    ['1.[term] without a colon', ['名词解释', '1.[甲]乙。', '2.[丙]丁。'], ['1|甲|乙。', '2|丙|丁。']],
    ['【term】', ['有关词语解释', '【甲】即乙。', '【“丙”戊】指丁。'], ['-|甲|即乙。', '-|“丙”戊|指丁。']],
    ['term】, its bracket lost', ['有关词语解释', '甲】即乙。', '丙】即丁。'], ['-|甲|即乙。', '-|丙|即丁。']],
    [
      'a space',
      ['名词解释', '1．甲甲 指乙。', '2．丙丙 丁丁：戊。', '3．己己 （1）庚：辛。'],
      ['1|甲甲|指乙。', '2|丙丙|丁丁：戊。', '3|己己|（1）庚：辛。'],
    ],
    ['a verb', ['名词解释', '1.甲甲是指乙。', '2.丙丙即丁。'], ['1|甲甲|是指乙。', '2|丙丙|即丁。']],
    ['a dash', ['名词解释', '1.甲甲——乙。', '2.丙丙——丁。'], ['1|甲甲|乙。', '2|丙丙|丁。']],
    [
      'terms that begin with a figure',
      ['名词解释', '1.5G驿站：乙。', '2.2030工程：丙。', '3.6高7升：丁。'],
      ['1|5G驿站|乙。', '2|2030工程|丙。', '3|6高7升|丁。'],
    ],
    [
      'a colon inside a term',
      ['名词解释', '1.“一核：两带”布局：乙。', '2.比例1:2结构：丙。'],
      ['1|“一核：两带”布局|乙。', '2|比例1:2结构|丙。'],
    ],
    ['page references', ['名词解释', '1.甲甲（P2）：乙。', '2.丙丙（见第12页）：丁。'], ['1|甲甲|乙。', '2|丙丙|丁。']],
    [
      'a definition of several lines',
      ['名词解释', '1.甲：包括：', '一是乙；', '二是丙。', '2.丁：戊。'],
      ['1|甲|包括：\n一是乙；\n二是丙。', '2|丁|戊。'],
    ],
    [
      'numbers inside a definition',
      ['名词解释', '1.甲：（1）乙；', '（2）丙。', '2.丁：2024年戊。'],
      ['1|甲|（1）乙；\n（2）丙。', '2|丁|2024年戊。'],
    ],
    [
      'entries that lost their line break',
      ['名词解释', '1.甲：乙。2.丙：丁。', '3.戊：己。4.庚：辛。'],
      ['1|甲|乙。', '2|丙|丁。', '3|戊|己。', '4|庚|辛。'],
    ],
    [
      'a note on data without a term',
      ['数据说明', '1.甲：乙。', '2.按可比口径，全年粮食产量已经扣除价格因素的影响并且经过核对。'],
      ['1|甲|乙。', '2|-|按可比口径，全年粮食产量已经扣除价格因素的影响并且经过核对。'],
    ],
    ['a missing number', ['名词解释', '1.甲：乙。', '3.丙：丁。'], ['1|甲|乙。', '3|丙|丁。']],
    [
      'a remark below the heading',
      ['名词解释', '（按报告中出现顺序排列）', '1.甲：乙。', '2.丙：丁。'],
      ['1|甲|乙。', '2|丙|丁。'],
    ],
    [
      'numbers that fonts do not have',
      ['注释', ...[...'①②③④⑤⑥⑦⑧⑨⑩'].map((n) => `${n}甲：乙。`), '丙：丁。', '12“戊”：己。'],
      [...Array.from({ length: 10 }, (_, i) => `${i + 1}|甲|乙。`), '-|丙|丁。', '12|“戊”|己。'],
    ],
    ['notes without a heading', ['[1]甲：乙。', '[2]丙：丁。', '[3]戊：己。'], ['1|甲|乙。', '2|丙|丁。', '3|戊|己。']],
  ])('%s', (_, lines, expected) => {
    expect(entries(lines)).toEqual(expected)
  })

  it('knows a term by its bold type', () => {
    expect(entries(['名词解释', '1．甲甲 指乙丙。', '2．丁丁 戊己，庚辛。'], ['1．甲甲', '丁丁'])).toEqual([
      '1|甲甲|指乙丙。',
      '2|丁丁|戊己，庚辛。',
    ])
    expect(entries(['名词解释', 'GDP 指甲，乙。', 'PPP 指丙，丁。'], ['GDP', 'PPP'])).toEqual([
      '-|GDP|指甲，乙。',
      '-|PPP|指丙，丁。',
    ])
  })

  it.each([
    ['another list with its title', ['2024年民生实事', '1.新建小学。', '2.扩建医院。']],
    ['an annex', ['附件2', '民生实事', '1.新建小学。']],
  ])('end at %s', (_, after) => {
    const lines = ['名词解释', '1.甲：乙。', '2.丙：丁。', '3.戊：己。', ...after]
    expect(entries(lines)).toEqual(['1|甲|乙。', '2|丙|丁。', '3|戊|己。'])
  })

  it('says which lines they take, and where one begins in the middle of a line', () => {
    const { roles, cuts, glossary } = parse(['名词解释：', '1.甲：乙。2.丙：丁。'])
    expect([...roles]).toEqual([
      [2, 'glossaryHeading'],
      [3, 'glossaryEntry'],
    ])
    expect(cuts).toEqual([glossary.entries[1]?.start])
    expect(glossary.heading).toBe('名词解释：')
  })

  it('says where numbers are missing', () => {
    expect(parse(['名词解释', '1.甲：乙。', '3.丙：丁。']).diagnostics.map(({ code }) => code)).toEqual([
      'glossary-gap',
    ])
    expect(parse(['名词解释', '1.甲：乙。', '2.丙：丁。']).diagnostics).toEqual([])
  })

  it.each([
    ['a heading without entries', ['名词解释', SPEECH]],
    ['a list without a heading', ['1.甲：乙。', '2.丙：丁。', '3.戊：己。']],
    ['no appendix', []],
  ])('none: %s', (_, lines) => {
    expect(parse(lines).glossary.heading === null || entries(lines).length === 0).toBe(true)
    expect(entries(lines)).toEqual([])
  })
})

describe('termEndWithoutPage', () => {
  it.each([
    ['甲甲（P2）', '甲甲'],
    ['甲甲(见第 12 页)', '甲甲'],
    ['甲甲【第3页】', '甲甲'],
    ['甲甲（一期）', '甲甲（一期）'],
  ])('%s', (term, bare) => {
    expect(term.slice(0, termEndWithoutPage(term))).toBe(bare)
  })
})
