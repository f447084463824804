import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readBlockKinds, readShownQuotes } from '../../library/testing/read-markdown.ts'
import { describeAnchor } from '../annotation/anchor.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { parseReport } from '../report/parse-report.ts'
import { toSourceRange } from '../text/range.ts'
import { type CopiedHighlight, copyHighlight } from './copy-highlight.ts'
import { toMeipiLink } from './meipi-link.ts'
import { annotateSample, SAMPLE_EXPORT } from './testing/sample-export.ts'

const REPORT_ID = '0123456789abcdef'
const text = readFileSync(new URL('../../../resources/sample-report.txt', import.meta.url), 'utf8')
const report = parseReport(text, {})
const textHash = 'a'.repeat(64)

const WORDS = '十件民生实事全面完成。'
const SOURCE = '——2025年云汀市政府工作报告（2025-01-08），“（五）聚力民生改善，群众生活更加幸福”，第 15 段'
const BACK = `[回到原文](meipi://report/${REPORT_ID}?a=a1)`

/** Words of the sample, from some to others, highlighted. */
function highlight(from: string, to: string, rest: Partial<CopiedHighlight['annotation']> = {}): CopiedHighlight {
  const start = text.indexOf(from)
  expect(start, from).toBeGreaterThanOrEqual(0)
  const range = toSourceRange(start, text.indexOf(to, start) + to.length)
  const anchor = describeAnchor({ text, textHash, outline: report.outline }, range)
  const annotation = { id: 'a1', anchor, note: '', tags: [], ...rest }
  return { reportId: REPORT_ID, report, file: '样例.txt', text, textHash, annotation }
}

/** An annotation of the report that holds what Markdown would act on. */
function copySample(annotation: Annotation): string {
  return copyHighlight({ ...SAMPLE_EXPORT, file: 'x.txt', annotation })
}

describe('a highlight', () => {
  it.each<[string, CopiedHighlight, string]>([
    ['alone', highlight(WORDS, WORDS), `> ${WORDS}\n>\n> ${SOURCE} · ${BACK}`],
    [
      'with a note',
      highlight(WORDS, WORDS, { note: '与去年的清单对照：\n\n- **十件**\n' }),
      `> ${WORDS}\n>\n> ${SOURCE} · ${BACK}\n\n> [!note] 批注\n> 与去年的清单对照：\n>\n> - **十件**`,
    ],
    [
      'with tags',
      highlight(WORDS, WORDS, { tags: ['民生', '待 核实', '2025'] }),
      `> ${WORDS}\n>\n> ${SOURCE} · #民生 #待-核实 #_2025 · ${BACK}`,
    ],
    [
      'with a note and tags that say nothing',
      highlight(WORDS, WORDS, { note: ' \n', tags: ['！'] }),
      `> ${WORDS}\n>\n> ${SOURCE} · ${BACK}`,
    ],
    [
      'across paragraphs',
      highlight('（五）聚力民生改善', WORDS),
      `> （五）聚力民生改善，群众生活更加幸福\n>\n> 民生支出占一般公共预算支出的比重达81.3%，${WORDS}\n>\n> ${SOURCE} · ${BACK}`,
    ],
    [
      'with an id of another program',
      highlight(WORDS, WORDS, { id: '别处的 (1)' }),
      `> ${WORDS}\n>\n> ${SOURCE} · [回到原文](${toMeipiLink(REPORT_ID, '别处的 (1)')})`,
    ],
  ])('%s', (_, copied, markdown) => {
    expect(copyHighlight(copied)).toBe(markdown)
  })

  it.each([
    ['another version of the text', { textHash: 'b' }],
    ['a place that is not theirs', { start: 0, end: WORDS.length }],
  ])('claims no paragraph for words of %s', (_, elsewhere) => {
    const copied = highlight(WORDS, WORDS)
    const anchor = { ...copied.annotation.anchor, ...elsewhere }
    expect(copyHighlight({ ...copied, annotation: { ...copied.annotation, anchor } })).toBe(
      `> ${WORDS}\n>\n> ${SOURCE.replace('第 15 段', '位置待核对')} · ${BACK}`,
    )
  })
})

describe('to a reader of Markdown', () => {
  it.each(SAMPLE_EXPORT.annotations.map((annotation) => [annotation.anchor.quote, annotation] as const))(
    'shows the words as printed: %j',
    (words, annotation) => {
      const [quote] = readShownQuotes(copySample(annotation))
      expect(quote?.paragraphs.slice(0, -1)).toEqual(words.split('\n').filter((line) => line.trim() !== ''))
      expect(quote?.paragraphs.at(-1)).toMatch(/^——2025年云汀市政府工作报告（2025-01-08），.+ · 回到原文$/)
      expect(quote?.links).toEqual([toMeipiLink(SAMPLE_EXPORT.reportId, annotation.id)])
    },
  )

  test('two that are pasted one after another stay two, whatever the first leaves open', () => {
    const open = copySample(annotateSample(1, '坚持', { note: '```\n<!-- <div>\n> 未完' }))
    const pasted = `${open}\n\n${copySample(annotateSample(2, '步伐加快'))}\n`
    expect(readBlockKinds(pasted)).toEqual(['blockquote', 'blockquote', 'blockquote'])
    expect(readShownQuotes(pasted).at(-1)?.paragraphs[0]).toBe('步伐加快')
  })

  test('is a quote, and a note where there is one, whatever the words, and leads to its annotation alone', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('\n', '\r', '---', '^hl-a', '> ', '#', '`', '%%', '字', '\u2028', '[a](b)', '<b>', '\\'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 3 }), words, (quote, note, tags, title) => {
        const given = annotateSample(1, '坚持', { note, tags })
        const annotation = { ...given, anchor: { ...given.anchor, quote: quote || '一', sectionPath: [title] } }
        const copied = copyHighlight({
          ...SAMPLE_EXPORT,
          report: { ...SAMPLE_EXPORT.report, title },
          file: 'x.txt',
          annotation,
        })
        expect(readBlockKinds(copied)).toEqual(note.trim() === '' ? ['blockquote'] : ['blockquote', 'blockquote'])
        expect(readShownQuotes(copied)[0]?.links).toEqual([toMeipiLink(SAMPLE_EXPORT.reportId, annotation.id)])
        expect(copied).not.toMatch(/^\^hl-/m)
      }),
    )
  })
})
