import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEvidence, isSentenceEdge, toFoldedOffset, toSourceStretch } from './evidence-text.ts'

const fold = (text: string) => foldEvidence(text).folded

describe('foldEvidence', () => {
  it.each([
    ['full and half width', '增长６．３％，（见表）', '增长6.3%,(见表)'],
    ['a full stop of any width', '完成。｡．', '完成...'],
    ['quotation marks of every shape', '“五源共治”「五源共治」＂五源共治＂', '"五源共治""五源共治""五源共治"'],
    ['white space and what takes no room', '政 府\u3000工\u200b作\n报\u00a0告\ufeff', '政府工作报告'],
    ['dashes and dots that encodings exchange', '——─•・〜', '———··~'],
  ])('takes %s for one', (_what, one, other) => {
    expect(fold(one)).toBe(fold(other))
  })

  it.each([
    ['other figures', '增长6.3%', '增长6.8%'],
    ['a point that moved', '增长63%', '增长6.3%'],
    ['two figures apart', '第1 2位', '第12位'],
    ['another mark of punctuation', '改革、发展', '改革，发展'],
    ['no quotation marks', '“一网通办”', '一网通办'],
    ['capitals', 'GDP', 'gdp'],
  ])('keeps %s apart', (_what, one, other) => {
    expect(fold(one)).not.toBe(fold(other))
  })

  it('knows where each unit stands in the source text, and characters stay whole', () => {
    const units = fc.constantFrom('政', '府', ' ', '\n', '1', '２', '，', '“', '。', '\u{20bb7}', '\u200b', 'a')
    fc.assert(
      fc.property(fc.array(units, { maxLength: 30 }), fc.nat(30), fc.nat(30), (parts, a, b) => {
        const evidence = foldEvidence(parts.join(''))
        const { folded, text } = evidence
        const [start, end] = [Math.min(a, b), Math.min(Math.max(a, b), folded.length)]
        if (start >= end) return
        const stretch = toSourceStretch(evidence, start, end)
        const words = text.slice(stretch.start, stretch.end)
        // A half of a character would be replaced.
        expect(new TextDecoder().decode(new TextEncoder().encode(words))).toBe(words.replace(/^\ufeff/, ''))
        expect(fold(words)).toContain(folded.slice(start, end).trim())
        expect(toFoldedOffset(evidence, evidence.starts[start] ?? -1)).toBe(start)
      }),
    )
  })
})

describe('isSentenceEdge', () => {
  it.each([
    ['at both ends of a text', '完成', [0, 2]],
    ['after a full stop', '完成。开始', [0, 3, 5]],
    ['after one of half width, not after a point', '增长6.3%.开始', [0, 7, 9]],
    ['after a quotation mark that ends a sentence', '“完成。”开始', [0, 4, 5, 7]],
    ['after a line', '一、回顾\n　　全年', [0, 4, 6]],
    ['not after a comma', '完成，开始', [0, 5]],
  ])('is %s', (_what, text, expected) => {
    const evidence = foldEvidence(text)
    const all = Array.from({ length: evidence.folded.length + 1 }, (_unit, at) => at)
    expect(all.filter((at) => isSentenceEdge(evidence, at))).toEqual(expected)
  })
})
