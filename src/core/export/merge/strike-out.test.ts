import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it, test } from 'vitest'
import { strikeOut, strikeOutLines } from './strike-out.ts'

describe('strikeOut', () => {
  it.each([
    ['> 坚持“五源共治”', '> ~~坚持“五源共治”~~'],
    ['> —— 一、 · [回到原文](meipi://report/0)', '> ~~—— 一、 · [回到原文](meipi://report/0)~~'],
    ['> - 上年 **3.4%**', '> - ~~上年 **3.4%**~~'],
    ['> - [ ] 核对', '> - [ ] ~~核对~~'],
    ['> 1. 一', '> 1. ~~一~~'],
    ['> > 引', '> > ~~引~~'],
    ['> ## 标题', '> ## ~~标题~~'],
    ['> 硬换行  ', '> ~~硬换行~~  '],
    ['> 硬换行\\', '> ~~硬换行~~\\'],
    ['> 反斜线\\\\', '> ~~反斜线\\\\~~'],
    ['> \\- 不是列表', '> ~~\\- 不是列表~~'],
    ['>', '>'],
    ['> ', '> '],
    ['> [!note] 批注', '> [!note] 批注'],
    ['> |甲|乙|', '> |甲|乙|'],
    ['> ~~已删~~', '> ~~已删~~'],
    ['> 有~~一半~~', '> 有~~一半~~'],
    ['> ~3.4%', '> ~~\\~3.4%~~'],
    ['> 约~', '> ~~约\\~~~'],
    ['> ~', '> ~~\\~~~'],
    ['#+BEGIN_NOTE', '#+BEGIN_NOTE'],
  ])('%j → %j', (line, struck) => {
    expect(strikeOut(line)).toBe(struck)
  })

  it('leaves code alone', () => {
    expect(strikeOutLines(['> 前', '> ```sql', '> select 1', '> ```', '> 后'])).toEqual([
      '> ~~前~~',
      '> ```sql',
      '> select 1',
      '> ```',
      '> ~~后~~',
    ])
  })

  test('striking twice is striking once', () => {
    const line = fc.array(fc.constantFrom('>', ' ', '-', '~', '~~', '字', '\\', '`', '```', '1.', '#', '。'))
    fc.assert(
      fc.property(fc.array(line.map((parts) => parts.join(''))), (lines) => {
        const struck = strikeOutLines(lines)
        expect(strikeOutLines(struck)).toEqual(struck)
      }),
    )
  })

  test('a Markdown reader sees it struck', () => {
    const html = new MarkdownIt().render('> ~~绿色转型步伐加快。~~\n>\n> ~~—— 一、 · [回](meipi://report/0)~~\n')
    expect(html.match(/<s>/g)).toHaveLength(2)
    expect(html).not.toContain('~')
  })
})
