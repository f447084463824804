import { parseAnyNumber } from '../text/chinese-number.ts'

const CN = '[一二三四五六七八九十]{1,3}'

interface OrdinalRule {
  readonly form: string
  /** First group: the number. Anchored at the start of a line. */
  readonly pattern: RegExp
  readonly example: string
}

/**
 * The ways in which outline items are numbered, from the highest level to the lowest by custom (GB/T 9704: 一、（一）1.
 * （1）). 一是… is an enumeration inside a paragraph and no outline item.
 */
export const ORDINAL_RULES = [
  {
    form: 'part',
    pattern: new RegExp(`^第(${CN})(?:部分|编|篇|章)[、：:，,\\s]*`),
    example: '第一部分 过去一年的工作',
  },
  // 一、二、三产业 is no ordinal: another numeral follows.
  {
    form: 'chinese-comma',
    pattern: new RegExp(`^(${CN})\\s?[、．.]\\s*(?!${CN}[、产])`),
    example: '一、过去一年的工作',
  },
  {
    form: 'chinese-paren',
    pattern: new RegExp(`^[（(〔]\\s?(${CN})\\s?[）)〕]\\s?[、.．]?\\s*`),
    example: '（一）加快转型',
  },
  { form: 'nth', pattern: new RegExp(`^第(${CN})[，、,：:]\\s*`), example: '第一，加快转型' },
  { form: 'arabic-dot', pattern: /^([0-9０-９]{1,2})\s?[.．]\s*(?![0-9０-９])/, example: '1.加快转型' },
  { form: 'arabic-comma', pattern: /^([0-9０-９]{1,2})\s?、\s*/, example: '1、加快转型' },
  { form: 'arabic-paren', pattern: /^[（(]\s?([0-9０-９]{1,2})\s?[）)]\s*/, example: '（1）加快转型' },
  { form: 'arabic-half-paren', pattern: /^(\d{1,2})[）)]\s*/, example: '1）加快转型' },
] as const satisfies readonly OrdinalRule[]

export type OrdinalForm = (typeof ORDINAL_RULES)[number]['form']

/** The number that a line opens with. */
export interface Ordinal {
  readonly form: OrdinalForm
  readonly number: number
  /** Where the ordinal begins in the line: stray marks of a broken encoding may stand before it. */
  readonly at: number
  /** Where the words after it begin. */
  readonly end: number
}

/** Position of a form in the table: lower is higher in the outline. */
export function ordinalRank(form: OrdinalForm): number {
  return ORDINAL_RULES.findIndex((rule) => rule.form === form)
}

/** What conversions leave of spaces: question marks, zero-width characters, <U+00A0>. */
const STRAY = /^(?:[?？\s\u200b]|<U\+[0-9A-F]{4}>)*/

/** The ordinal that a line opens with, or null. */
export function readOrdinal(text: string): Ordinal | null {
  const at = STRAY.exec(text.slice(0, 64))?.[0].length ?? 0
  const rest = text.slice(at, at + 24)
  for (const { form, pattern } of ORDINAL_RULES) {
    const match = pattern.exec(rest)
    const number = match?.[1] === undefined ? null : parseAnyNumber(match[1])
    if (match !== null && number !== null && number > 0) return { form, number, at, end: at + match[0].length }
  }
  return null
}
