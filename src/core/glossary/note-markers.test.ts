import { describe, expect, it } from 'vitest'
import type { GlossaryEntry } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { findNoteMarkers, MARKER_RULES } from './note-markers.ts'

function glossary(...terms: readonly string[]): GlossaryEntry[] {
  return terms.map((term, i) => ({ ...toSourceRange(0, 0), number: String(i + 1), term, definition: '…' }))
}
const TERMS = glossary('“一网”', '五好乡村', '“四零”服务', '“三项行动”', '“双招”')

/** marker→entry of each marker found. */
function find(text: string, entries: readonly GlossaryEntry[]): string[] {
  return findNoteMarkers(text, [toSourceRange(0, text.length)], entries).map(
    ({ start, end, entry }) => `${text.slice(start, end)}→${entry ?? '-'}`,
  )
}

describe('findNoteMarkers', () => {
  it.each(MARKER_RULES)('$form: $example', ({ example, pattern, sure }) => {
    const marker = [...example.matchAll(pattern)].at(-1)?.[0] ?? ''
    const first = { '[4]': '[1]', '〔4〕': '〔1〕', '（4）': '（1）', '④': '①', '⑷': '⑴', '⁴': '¹', '4': '1' }[marker]
    expect(find(`建成“一网”${first}，推进${example}，成效明显。`, TERMS)).toEqual([`${first}→0`, `${marker}→3`])
    // Without a glossary only brackets can be known.
    expect(find(`推进${example}，成效明显。`, []).length).toBe(0)
    expect(sure).toBe(/[[〔]/.test(marker))
  })

  it.each<[string, string, string[]]>([
    ['full-width brackets and figures', '“一网”［１］、五好乡村【2】', ['［１］→0', '【2】→1']],
    ['the same note twice', '“一网”[1]，“一网”[1]', ['[1]→0', '[1]→0']],
    ['no number of a document', '“一网”[1]，市政发〔2011〕35号', ['[1]→0']],
    ['no far number', '“一网”[1]，[99]', ['[1]→0']],
    ['a number beyond the glossary by little', '“一网”[1]，“六进”[6]', ['[1]→0', '[6]→-']],
    ['no enumeration', '要做到：①建“一网”；②兴乡村；③优服务。', []],
    ['no figures of measure', '“一网”1张，五好乡村2个，“四零”服务3项', []],
    ['figures behind their own terms alone', '“一网”1，五好乡村2，新建公园3，“四零”服务3。', ['1→0', '2→1', '3→2']],
    [
      'a figure behind other quoted words, between two that are proved',
      '五好乡村2，“零跑动”3，“三项行动”4。',
      ['2→1', '3→2', '4→3'],
    ],
  ])('%s', (_, text, expected) => {
    expect(find(text, TERMS)).toEqual(expected)
  })

  it('reports brackets that run on where the glossary is missing', () => {
    expect(find('“一网”[1]，乡村[2]，服务[3]。', [])).toEqual(['[1]→-', '[2]→-', '[3]→-'])
    expect(find('“一网”[7]，乡村[9]。', [])).toEqual([])
  })

  it('looks only where it is told', () => {
    const text = '“一网”[1]。名词解释[2]'
    expect(findNoteMarkers(text, [toSourceRange(0, 8)], TERMS).map(({ number }) => number)).toEqual(['1'])
  })
})
