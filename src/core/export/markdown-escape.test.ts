import { describe, expect, test } from 'vitest'
import { escapeInline, escapeLine, INLINE_RULES, LINE_START_RULES, toParagraphs } from './markdown-escape.ts'

describe('what Markdown and Obsidian act on is escaped', () => {
  test.each([
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['-', '\\-'],
    ['---', '\\---'],
    ['- - -', '\\- - -'],
    ['***', '\\*\\*\\*'],
    ['___', '\\_\\_\\_'],
    ['> a', '\\> a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['```js', '\\`\\`\\`js'],
    ['~~~', '\\~\\~\\~'],
    ['[!note] a', '\\[!note] a'],
    ['[4]: a', '\\[4]: a'],
    ['^hl-1', '\\^hl-1'],
    ['a ^hl-1', 'a \\^hl-1'],
    ['*a*', '\\*a\\*'],
    ['_a_ 与 __b__', '\\_a\\_ 与 \\_\\_b\\_\\_'],
    ['`a`', '\\`a\\`'],
    ['~~a~~', '\\~\\~a\\~\\~'],
    ['==a==', '\\=\\=a\\=\\='],
    ['%%a%%', '\\%\\%a\\%\\%'],
    ['$a$', '\\$a\\$'],
    ['[[a]]', '\\[\\[a]]'],
    ['![[a]]', '!\\[\\[a]]'],
    ['[4](一)', '[4]\\(一)'],
    ['![a](b)', '![a]\\(b)'],
    ['[^1] ^[a]', '\\[^1] \\^[a]'],
    ['<b>a</b>', '\\<b>a\\</b>'],
    ['<!---->', '\\<!---->'],
    ['&amp; &#42;', '\\&amp; \\&\\#42;'],
    ['a #b', 'a \\#b'],
    ['（#b', '（\\#b'],
    ['a\\*b', 'a\\\\\\*b'],
  ])('%s', (line, escaped) => {
    expect(escapeLine(line)).toBe(escaped)
  })

  test.each([...INLINE_RULES, ...LINE_START_RULES])('$what: its example is escaped', ({ example }) => {
    expect(escapeLine(example)).not.toBe(example)
  })
})

test.each([
  ['ordinary Chinese punctuation', '坚持“五源共治”，推进《规划》；（一）……——1.68∶1、“6·27”！'],
  ['a note marker of the body', '“五源共治”[4]，建成“五源共治一张图”[5]'],
  ['adjacent note markers', '“五源共治”[4][5]'],
  ['percentages and ranges', '增长6.2%、7%，3~5个，2－3项，-5.2%，+3'],
  ['a number that opens a Chinese line', '1.加强统筹'],
  ['underscores inside a word', 'snake_case_name'],
  ['comparisons', '3 < 5，a=b，PM2.5<35，x > y'],
  ['a building number', '3#楼'],
  ['a vertical bar', '高|低'],
  ['an address', 'https://example.org/a/#/b_c'],
  ['backslashes that escape nothing', 'C:\\报告'],
  ['and, exclamation, caret', 'A&B，好![4]，2^10米'],
  ['rare characters and emoji', '𠮷😀👩‍🌾'],
])('%s: left as it is', (_, line) => {
  expect(escapeLine(line)).toBe(line)
})

test('what acts only at the beginning of a line is left alone inside one', () => {
  expect(escapeInline('- a')).toBe('- a')
})

test('inside a line, white space and line breaks become single spaces', () => {
  expect(escapeInline(' 一\n　二\u2028三 ')).toBe('一 二 三')
})

test('lines become paragraphs, trimmed, none empty', () => {
  expect(toParagraphs('　　第一段。\r\n\n　　- 第二段\u2028第三段\r')).toEqual(['第一段。', '\\- 第二段', '第三段'])
})
