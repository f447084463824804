import type { Piece } from '../report/piece.ts'
import { endsSentence } from '../report/sentence.ts'
import { ENTRY_NUMBER_RULES, type EntryNumberForm, readEntryNumber } from './parse-entry-number.ts'
import { splitTerm } from './parse-entry-term.ts'
import type { RawEntry } from './parse-glossary-entries.ts'
import { matchGlossaryHeading } from './parse-glossary-heading.ts'
import { splitGlued } from './parse-glued-entries.ts'

/** The entries below one glossary heading. */
export interface Section {
  readonly entries: readonly RawEntry[]
  /** Indices of the pieces that belong to entries. */
  readonly taken: readonly number[]
  /** Where an entry begins in the middle of a line. */
  readonly cuts: readonly number[]
  /** Position in `content` of what comes after. */
  readonly next: number
}

/** Numbers may be missing; a larger step is a number inside a definition. */
const STEP = 6
/** Begins a paragraph inside a definition, not a term. */
const INSIDE =
  /^(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、类个]|主要内容|其中|具体|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳]|\d{1,2}[.．、])/
const ANNEX = /^(?:《?政府工作报告》?)?附(?:件|录|表)[一二三四五六七八九十\d]*[：:]?/

interface Growing {
  number: number | null
  start: number
  words: number
  end: number
}

/** Reads the lines from a position in `content` as entries, up to the next annex, the next list or the end. */
export function readSection(text: string, pieces: readonly Piece[], content: readonly number[], from: number): Section {
  const lines = takeLines(pieces, content, from)
  const form = chooseForm(lines)
  const read = form === null ? readUnnumbered(lines) : readNumbered(lines, form)
  const taken = content.slice(from, from + read.used).filter((_, i) => !read.skipped.has(i))
  const { entries, cuts } = form === null ? { entries: read.entries, cuts: [] } : splitGlued(text, read.entries, form)
  return { entries, taken, cuts, next: from + read.used }
}

function takeLines(pieces: readonly Piece[], content: readonly number[], from: number): Piece[] {
  const lines: Piece[] = []
  for (let i = from; i < content.length; i++) {
    const piece = pieces[content[i] ?? -1]
    if (piece === undefined) break
    if (piece.length <= 40 && (ANNEX.test(piece.head) || matchGlossaryHeading(piece.head, piece.length) !== null)) break
    lines.push(piece)
  }
  return lines
}

/** The form of number that runs on over the most lines; null for a list without numbers. */
function chooseForm(lines: readonly Piece[]): EntryNumberForm | null {
  let best: { form: EntryNumberForm; count: number } | null = null
  for (const { form } of ENTRY_NUMBER_RULES) {
    const count = countRun(lines, form)
    const least =
      form === 'bare' ? Math.max(3, lines.length * 0.6) : Math.max(Math.min(2, lines.length), lines.length * 0.25)
    if (count >= least && (best === null || count > best.count)) best = { form, count }
  }
  return best?.form ?? null
}

function countRun(lines: readonly Piece[], form: EntryNumberForm): number {
  let last = 0
  let count = 0
  for (const { text } of lines) {
    const value = readEntryNumber(text, form)?.value
    if (value === undefined || value <= last || value > last + STEP) continue
    last = value
    count++
  }
  return count
}

interface Read {
  readonly entries: RawEntry[]
  /** Number of lines that were read. */
  readonly used: number
  /** Lines that belong to no entry: remarks, labels of groups. */
  readonly skipped: ReadonlySet<number>
}

function readNumbered(lines: readonly Piece[], form: EntryNumberForm): Read {
  const entries: Growing[] = []
  const skipped = new Set<number>()
  let last = 0
  let used = lines.length
  for (const [i, line] of lines.entries()) {
    const number = readEntryNumber(line.text, form)
    const current = entries.at(-1)
    if (
      number !== null &&
      number.value > last &&
      number.value <= last + STEP &&
      (number.value === last + 1 || isEntry(line, number.end))
    ) {
      entries.push({ number: number.value, start: line.start, words: line.start + number.end, end: line.end })
      last = number.value
    } else if (last >= 3 && isRestart(lines, i, form)) {
      used = i
      break
    } else if (form === 'circled' && last >= 10 && isEntry(line, 0)) {
      // Fonts end at ⑩ or ⑳: the entries behind it lost their numbers.
      const bare = readEntryNumber(line.text, 'bare')
      const value = bare !== null && bare.value > last ? bare : null
      entries.push({
        number: value?.value ?? null,
        start: line.start,
        words: line.start + (value?.end ?? 0),
        end: line.end,
      })
    } else if (current === undefined || isLabel(lines, i, form)) skipped.add(i)
    else current.end = line.end
  }
  return { entries, used, skipped }
}

function isEntry(line: Piece, from: number): boolean {
  const words = line.text.slice(from, from + 80)
  return (
    splitTerm(words, 'colon', null) !== null ||
    splitTerm(words, 'bracket', null) !== null ||
    splitTerm(words, 'verb', null) !== null ||
    !endsSentence(line.text)
  )
}

/** The numbers begin again: another list, with the line above it for a title. */
function isRestart(lines: readonly Piece[], i: number, form: EntryNumberForm): boolean {
  const line = lines[i]
  const next = lines[i + 1]
  if (line === undefined) return false
  if (readEntryNumber(line.text, form)?.value === 1) return isTitleLike(lines[i - 1])
  if (!isTitleLike(line) || next === undefined) return false
  return ENTRY_NUMBER_RULES.some((rule) => rule.form !== 'bare' && readEntryNumber(next.text, rule.form)?.value === 1)
}

function isTitleLike(line: Piece | undefined): boolean {
  return line !== undefined && line.length <= 40 && !endsSentence(line.text) && !/[：:，]/.test(line.head)
}

/** A short line between two entries that ends no sentence: the name of a group, or what stands below the list. */
function isLabel(lines: readonly Piece[], i: number, form: EntryNumberForm): boolean {
  const line = lines[i]
  const before = lines[i - 1]
  const next = lines[i + 1]
  if (line === undefined || before === undefined || !isTitleLike(line) || !endsSentence(before.text)) return false
  if (/[：:]$/.test(before.text)) return false
  return next === undefined || readEntryNumber(next.text, form) !== null
}

function readUnnumbered(lines: readonly Piece[]): Read {
  const entries: Growing[] = []
  const skipped = new Set<number>()
  let used = lines.length
  const byColon = setsApartByColon(lines)
  for (const [i, line] of lines.entries()) {
    const current = entries.at(-1)
    const opens = !INSIDE.test(line.head) && opensEntry(line, byColon)
    if (opens) entries.push({ number: null, start: line.start, words: line.start, end: line.end })
    else if (
      entries.length >= 2 &&
      isTitleLike(line) &&
      (i === lines.length - 1 || INSIDE.test(lines[i + 1]?.head ?? ''))
    ) {
      used = i
      break
    } else if (current === undefined) skipped.add(i)
    else current.end = line.end
  }
  return { entries, used, skipped }
}

function opensEntry(line: Piece, byColon: boolean): boolean {
  const words = line.text.slice(0, 80)
  if (splitTerm(words, 'colon', null) !== null || splitTerm(words, 'bracket', null) !== null) return true
  return !byColon && (splitTerm(words, 'space', null) !== null || splitTerm(words, 'verb', null) !== null)
}

/** A list that sets terms apart by colons does so throughout. */
function setsApartByColon(lines: readonly Piece[]): boolean {
  const colons = lines.filter(({ text }) => splitTerm(text.slice(0, 80), 'colon', null) !== null).length
  return colons >= lines.length / 2
}
