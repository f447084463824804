import { describe, expect, it } from 'vitest'
import type { ImportHints } from './import-hints.ts'
import { INJECTED_RULES, matchInjectedWords } from './injected-words.ts'
import { readOutline } from './outline.ts'
import { readLead } from './sentence.ts'
import { splitPieces } from './split-pieces.ts'

const BODY = '全市上下同心协力，抓项目、促改革、惠民生，各项事业都取得了新的进步，群众生活更加殷实。'

/** Outline of lines between which a paragraph stands wherever a line is empty: level and words. */
function outline(lines: readonly string[], hints: ImportHints = {}): string[] {
  const text = lines.map((line) => (line === '' ? BODY : line)).join('\n')
  const pieces = splitPieces(text)
  const { items } = readOutline(text, pieces, [...pieces.keys()], 0, hints)
  return items.map(({ level, text: words, runIn }) => `${level}${runIn ? '~' : ' '}${words}`)
}

describe('readOutline', () => {
  it.each<[string, string[], string[]]>([
    [
      'levels by ordinals',
      ['一、甲部', '', '（一）乙段', '', '1.丙条', '', '二、丁部', ''],
      ['1 一、甲部', '2 （一）乙段', '3 1.丙条', '1 二、丁部'],
    ],
    [
      'a text that begins in the middle',
      ['(一)乙段', '', '(二)丙段', '', '四、丁部', ''],
      ['2 (一)乙段', '2 (二)丙段', '1 四、丁部'],
    ],
    [
      'parts without a number',
      ['甲年工作回顾', '', '一、乙段', '', '二、丙段', '', '丁年工作安排', '一、戊段', ''],
      ['1 甲年工作回顾', '2 一、乙段', '2 二、丙段', '1 丁年工作安排', '2 一、戊段'],
    ],
    [
      'a line without a number inside a run',
      ['一、甲部', '', '改革扎实推进', '', '二、乙部', ''],
      ['1 一、甲部', '2 改革扎实推进', '1 二、乙部'],
    ],
    [
      'a list inside a part',
      ['一、甲部', '', '二、乙部', '', '一、丙段', '', '二、丁段', '', '三、戊段', '', '四、己段', '', '三、庚部', ''],
      ['1 一、甲部', '1 二、乙部', '2 一、丙段', '2 二、丁段', '2 三、戊段', '2 四、己段', '1 三、庚部'],
    ],
    [
      'lead sentences',
      ['（一）抓产业。'.concat(BODY), '（二）惠民生，促和谐。'.concat(BODY)],
      ['1~（一）抓产业', '1~（二）惠民生，促和谐'],
    ],
    ['a heading that lost its line break', [`一、过去五年工作回顾 ${BODY.repeat(3)}`], ['1~一、过去五年工作回顾']],
    ['no enumeration inside paragraphs', [`一是抓产业。${BODY}`, `第一，惠民生。${BODY}`, `——强基础。${BODY}`], []],
    ['no lead longer than forty characters', [`（一）${'推进发展'.repeat(11)}。${BODY}`], []],
    [
      'sentences that return in one form',
      [
        '一年来，我们坚持稳字当头，经济向好。',
        '',
        '',
        '一年来，我们坚持民字为本，群众满意。',
        '',
        '',
        '一年来，我们坚持实字托底，作风转变。',
        '',
      ],
      [
        '1 一年来，我们坚持稳字当头，经济向好。',
        '1 一年来，我们坚持民字为本，群众满意。',
        '1 一年来，我们坚持实字托底，作风转变。',
      ],
    ],
    ['no single short paragraph', ['一、甲部', '', '风景这边独好。', '', '二、乙部', ''], ['1 一、甲部', '1 二、乙部']],
    [
      'no line that announces a list',
      ['一、甲部', '', '主要做了以下工作：', '', '二、乙部', ''],
      ['1 一、甲部', '1 二、乙部'],
    ],
    [
      'no list of items',
      ['一、甲部', '', '1.项目内容', '2.责任单位', '3.完成时限', '二、乙部', ''],
      ['1 一、甲部', '1 二、乙部'],
    ],
    [
      'no cells of a table',
      ['一、甲部', '', '序号', '项目名称', '责任单位', '完成时限', '', '二、乙部', ''],
      ['1 一、甲部', '1 二、乙部'],
    ],
    [
      'no table of contents',
      ['一、甲部……1', '二、乙部……8', '一、甲部', '', '二、乙部', ''],
      ['1 一、甲部', '1 二、乙部'],
    ],
    [
      'a heading glued to a paragraph',
      ['（一）甲段', '', `${BODY}${BODY}（二）乙段也很重要`, '', '（三）丙段', ''],
      ['1 （一）甲段', '1 （二）乙段也很重要', '1 （三）丙段'],
    ],
    [
      'nothing in a text whose lines are broken anywhere',
      Array.from({ length: 12 }, (_, i) =>
        i % 2 === 0 ? '全市上下同心协力抓项目促改革惠民生各项事业都取得了新的进步和' : '成绩来之不易',
      ),
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(outline(lines)).toEqual(expected)
  })

  it('believes a format that marks a line', () => {
    const lines = ['一、甲部', '全市推进发展，', '风景独好', '', '二、乙部', '']
    const start = lines.slice(0, 2).join('\n').length + 1
    expect(outline(lines)).not.toContain('2 风景独好')
    expect(outline(lines, { bold: [{ start, end: start + 4 }] })).toContain('2 风景独好')
  })
})

describe('readLead', () => {
  it.each([
    ['抓产业。做大做强。', 20, '抓产业'],
    ['抓产业！做大做强。', 20, '抓产业'],
    ['抓产业。', 20, null],
    ['抓产业做大做强。惠民生。', 4, null],
    ['。抓产业', 20, null],
  ])('%s', (text, most, lead) => {
    const found = readLead(text, most)
    expect(found === null ? null : text.slice(0, found.end)).toBe(lead)
  })
})

describe('words of a spammer', () => {
  it.each(INJECTED_RULES)('$name: $example', ({ name, example }) => {
    expect(matchInjectedWords(example)).toBe(name)
  })

  it.each(['同时', '各位代表', '（四）惠民生，促和谐', '让小说更好看，让城市更美', ''])(
    'keeps a sentence that was cut off: %s',
    (words) => {
      expect(matchInjectedWords(words)).toBeNull()
    },
  )

  it('cuts a name out of the middle of a paragraph, and nothing else', () => {
    const pieces = splitPieces(`${BODY}侯卫东官场笔记${BODY}`)
    expect(pieces.map(({ text }) => text)).toEqual([BODY, '侯卫东官场笔记', BODY])
  })
})
