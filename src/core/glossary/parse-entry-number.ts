import { parseChineseNumber } from '../text/chinese-number.ts'

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿'
const D = '[0-9０-９]'

interface NumberRule {
  readonly form: string
  /** First group: the number. Anchored at the start of a line. */
  readonly pattern: RegExp
  readonly example: string
}

/** How the entries of a glossary are numbered. One list keeps to one form. */
export const ENTRY_NUMBER_RULES = [
  {
    form: 'bracket',
    pattern: new RegExp(`^[\\[［【〔]\\s?(${D}{1,3})\\s?[\\]］】〕]\\s*[.．、:：]?\\s*`),
    example: '［12］甲计划：',
  },
  { form: 'dot', pattern: new RegExp(`^(${D}{1,3})\\s?[.．]\\s*`), example: '12. 甲计划：' },
  { form: 'comma', pattern: new RegExp(`^(${D}{1,3})\\s?、\\s*`), example: '12、甲计划：' },
  { form: 'paren', pattern: new RegExp(`^[（(]\\s?(${D}{1,3})\\s?[)）]\\s*[.．、]?\\s*`), example: '（12）甲计划：' },
  { form: 'half-paren', pattern: new RegExp(`^(${D}{1,3})[)）]\\s*`), example: '12）甲计划：' },
  { form: 'circled', pattern: new RegExp(`^([${CIRCLED}])\\s*`), example: '⑫甲计划：' },
  { form: 'parenthesised', pattern: /^([⑴-⒇])\s*/, example: '⑿甲计划：' },
  { form: 'chinese-comma', pattern: /^([一二三四五六七八九十]{1,3})、\s*/, example: '十二、甲计划：' },
  { form: 'chinese-paren', pattern: /^[（(]([一二三四五六七八九十]{1,3})[)）]\s*/, example: '（十二）甲计划：' },
  { form: 'colon', pattern: new RegExp(`^(${D}{1,3})\\s?[:：]\\s*`), example: '12：甲计划' },
  // The number alone is believed only where the whole list runs on.
  { form: 'bare', pattern: new RegExp(`^(${D}{1,3})\\s*(?=[^0-9０-９年月日个项%％.．、])`), example: '12 甲计划：' },
] as const satisfies readonly NumberRule[]

export type EntryNumberForm = (typeof ENTRY_NUMBER_RULES)[number]['form']

export interface EntryNumber {
  readonly form: EntryNumberForm
  readonly value: number
  /** Where the words after the number begin. */
  readonly end: number
}

/** The number that a line opens with in one form, or null. */
export function readEntryNumber(text: string, form: EntryNumberForm): EntryNumber | null {
  const rule = ENTRY_NUMBER_RULES.find((row) => row.form === form)
  const match = rule?.pattern.exec(text.slice(0, 16))
  const value = match?.[1] === undefined ? null : toNumber(match[1])
  return match === null || match === undefined || value === null || value === 0
    ? null
    : { form, value, end: match[0].length }
}

/** Reads ASCII, full-width, superscript, circled or Chinese numerals. */
export function toNumber(text: string): number | null {
  const circled = CIRCLED.indexOf(text)
  if (circled >= 0 && text.length === 1) return circled + 1
  if (/^[⑴-⒇]$/.test(text)) return text.charCodeAt(0) - '⑴'.charCodeAt(0) + 1
  const ascii = text.normalize('NFKC')
  return /^\d{1,3}$/.test(ascii) ? Number(ascii) : parseChineseNumber(text)
}
