import { type SourceRange, toSourceRange } from './range.ts'

/**
 * Characters that print nothing but are not white space to JavaScript: zero-width space, joiners, word joiner.
 * Web pages leave them at the ends of lines.
 */
const INVISIBLE = /[\s\u200b-\u200d\u2060\ufeff]/
/** `<U+00A0>` is a no-break space that a conversion wrote out. */
const INVISIBLE_RUNS = /(?:[\s\u200b-\u200d\u2060\ufeff]|<U\+[0-9A-F]{4}>)+/g

/** Leaves out white space at both ends; null where nothing else is there. Blocks are trimmed so. */
export function trimRange(text: string, start: number, end: number): SourceRange | null {
  return trimBy(/\s/, text, start, end)
}

/** Leaves out white space and zero-width characters at both ends; null where nothing else is there. */
export function trimInvisible(text: string, start: number, end: number): SourceRange | null {
  return trimBy(INVISIBLE, text, start, end)
}

/** The text without any white space or zero-width character: 政 府 工 作 报 告 → 政府工作报告. */
export function squeeze(text: string): string {
  return text.replace(INVISIBLE_RUNS, '')
}

function trimBy(blank: RegExp, text: string, start: number, end: number): SourceRange | null {
  let from = start
  let to = end
  while (from < to && blank.test(text.charAt(from))) from++
  while (to > from && blank.test(text.charAt(to - 1))) to--
  return from < to ? toSourceRange(from, to) : null
}
