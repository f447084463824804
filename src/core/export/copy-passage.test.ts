import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../report/parse-report.ts'
import type { Block, Report } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { copyPassage } from './copy-passage.ts'

const SAMPLE = readFileSync(new URL('../../../resources/sample-report.txt', import.meta.url), 'utf8')
const sample = parseReport(SAMPLE, {})

/** The passage of the sample from some words to others, both with it. */
function copy(from: string, to: string, cite: boolean) {
  const start = SAMPLE.indexOf(from)
  expect(start, from).toBeGreaterThanOrEqual(0)
  const range = toSourceRange(start, SAMPLE.indexOf(to, start) + to.length)
  return copyPassage({ text: SAMPLE, report: sample, file: '样例.txt', range, cite })
}

function citationOf(from: string, to: string): string {
  return copy(from, to, true).plain.split('\n').at(-1) ?? ''
}

/** Lines as paragraphs of a report of which nothing else is known. */
function paragraphsOf(text: string, known: Partial<Report> = {}): Report {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    kind: 'paragraph',
    ...toSourceRange(index, index + line.length),
  }))
  return { ...parseReport('', {}), blocks, ...known }
}

function copyAll(text: string, known: Partial<Report> = {}, cite = false) {
  const report = paragraphsOf(text, known)
  return copyPassage({ text, report, file: '甲 乙.final.txt', range: toSourceRange(0, text.length), cite })
}

describe('a passage', () => {
  it('is itself inside a paragraph', () => {
    const words = '坚持“五源共治”[4]，建成'
    expect(copy('坚持“五源共治”', '建成', false)).toEqual({ plain: words, html: words, markdown: words })
  })

  it('keeps the breaks of paragraphs', () => {
    expect(copy('（五）聚力民生改善', '十件民生实事全面完成。', false)).toEqual({
      plain: '（五）聚力民生改善，群众生活更加幸福\n民生支出占一般公共预算支出的比重达81.3%，十件民生实事全面完成。',
      html: '<p>（五）聚力民生改善，群众生活更加幸福</p><p>民生支出占一般公共预算支出的比重达81.3%，十件民生实事全面完成。</p>',
      markdown:
        '（五）聚力民生改善，群众生活更加幸福\n\n民生支出占一般公共预算支出的比重达81.3%，十件民生实事全面完成。',
    })
  })

  it('is a quote with its citation', () => {
    expect(copy('民生支出占', '全面完成。', true)).toEqual({
      plain:
        '民生支出占一般公共预算支出的比重达81.3%，十件民生实事全面完成。\n——2025年云汀市政府工作报告（2025-01-08），“（五）聚力民生改善，群众生活更加幸福”，第 15 段',
      html: '<blockquote><p>民生支出占一般公共预算支出的比重达81.3%，十件民生实事全面完成。</p></blockquote><p>——2025年云汀市政府工作报告（2025-01-08），“（五）聚力民生改善，群众生活更加幸福”，第 15 段</p>',
      markdown:
        '> 民生支出占一般公共预算支出的比重达81.3%，十件民生实事全面完成。\n>\n> ——2025年云汀市政府工作报告（2025-01-08），“（五）聚力民生改善，群众生活更加幸福”，第 15 段',
    })
  })

  it('leaves furniture out', () => {
    const { plain } = copy('发布时间：', '2025年1月8日在', false)
    expect(plain).toBe('2025年云汀市政府工作报告\n——2025年1月8日在')
  })

  it('is furniture where nothing else was selected', () => {
    expect(copy('网站标识码', '0000000000', false).plain).toBe('网站标识码：0000000000')
  })

  it.each([
    ['nothing', 5, 5],
    ['white space', SAMPLE.indexOf('\n\n'), SAMPLE.indexOf('\n\n') + 2],
    ['what lies behind the text', SAMPLE.length + 3, SAMPLE.length + 9],
  ])('that holds nothing is empty: %s', (_, start, end) => {
    const range = toSourceRange(start, end)
    const empty = { plain: '', html: '', markdown: '' }
    expect(copyPassage({ text: SAMPLE, report: sample, file: '', range, cite: true })).toEqual(empty)
  })
})

describe('the citation', () => {
  it.each([
    ['above the first heading', '现在，我代表市人民政府', '意见。', '，第 1 段'],
    ['the title', '2025年云汀市政府工作报告\n', '\n', ''],
    ['several paragraphs', '工业经济量质齐升', '网络零售额', '，“（一）聚力强链育群，产业根基更加厚实”，第 4–6 段'],
    [
      'several sections',
      '改造提升鹭渚老街等',
      '项目建设扎实有力',
      '，“（一）聚力强链育群，产业根基更加厚实”至“（二）聚力改革开放，发展动能更加强劲”，第 6–7 段',
    ],
    ['a lead sentence', '坚持过紧日子', '一般性支出', '，“（四）恪守清廉底线”，第 52 段'],
    ['the glossary', '对工业源、农业源', '扬尘源', '，“名词解释”'],
  ])('says where it stands: %s', (_, from, to, place) => {
    expect(citationOf(from, to)).toBe(`——2025年云汀市政府工作报告（2025-01-08）${place}`)
  })

  it.each<[string, Partial<Report>, string]>([
    ['the file for a title that is not known', { title: null, year: 2024, region: '甲市' }, '——甲 乙.final，第 1 段'],
    [
      'year and region with a bare title',
      { title: '政府工作报告', year: 2024, region: '甲市' },
      '——2024年甲市政府工作报告，第 1 段',
    ],
    ['a title on one line', { title: '甲市\n　政府工作报告' }, '——甲市 政府工作报告，第 1 段'],
    [
      'a heading with quotation marks in it',
      { outline: [{ ...toSourceRange(0, 1), text: '一、抓“双招双引”', level: 1, runIn: false }] },
      '——甲 乙.final，“一、抓‘双招双引’”，第 1 段',
    ],
  ])('names %s', (_, known, citation) => {
    expect(copyAll('丙丁', known, true).plain).toBe(`丙丁\n${citation}`)
  })
})

describe('hostile text', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;', '\\<img src=x onerror=alert(1)>'],
    ['&lt;b&gt; "a"', '&amp;lt;b&amp;gt; &quot;a&quot;', '\\&lt;b\\&gt; "a"'],
    ['`rm` $x$ **b** [[c]]', '`rm` $x$ **b** [[c]]', '\\`rm\\` \\$x\\$ \\*\\*b\\*\\* \\[\\[c]]'],
    ['> - 1. a', '&gt; - 1. a', '\\> - 1. a'],
    ['# 标题 #tag', '# 标题 #tag', '\\# 标题 \\#tag'],
    ['a\u2028- b', 'a<br>- b', 'a\n\n\\- b'],
  ])('%s', (text, html, markdown) => {
    expect(copyAll(text)).toEqual({ plain: text, html, markdown })
  })

  it('stays text in the citation', () => {
    const copied = copyAll('丙', { title: '<b>甲</b>`', delivered: null }, true)
    expect(copied.html).toBe('<blockquote><p>丙</p></blockquote><p>——&lt;b&gt;甲&lt;/b&gt;`，第 1 段</p>')
    expect(copied.markdown).toBe('> 丙\n>\n> ——\\<b>甲\\</b>\\`，第 1 段')
  })

  it('never brings an element of its own, nor leaves the quote', () => {
    const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }))
    fc.assert(
      fc.property(words, words, (text, title) => {
        const { html, markdown } = copyAll(text, { title }, true)
        expect(html.replace(/<\/?(?:p|blockquote)>|<br>/g, '')).not.toMatch(/[<>]/)
        expect(markdown.split('\n').every((line) => line === '' || line.startsWith('>'))).toBe(true)
      }),
    )
  })
})
