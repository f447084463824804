import { type EntryNumberForm, readEntryNumber } from './parse-entry-number.ts'
import { splitTerm } from './parse-entry-term.ts'
import type { RawEntry } from './parse-glossary-entries.ts'

/** Entries that lost their line break: 3.甲：…。4.乙：…. Sought only where a number is missing, or in the last entry. */
export function splitGlued(
  text: string,
  entries: readonly RawEntry[],
  form: EntryNumberForm,
): { entries: RawEntry[]; cuts: number[] } {
  const cuts: number[] = []
  const split = entries.flatMap((entry, i) => {
    const following = entries[i + 1]?.number ?? null
    const parts: RawEntry[] = []
    let current = entry
    for (
      let number = (entry.number ?? 0) + 1;
      entry.number !== null && (following === null ? i === entries.length - 1 : number < following);
      number++
    ) {
      const found = findGlued(text, current, number, form)
      if (found === null) break
      cuts.push(found.at)
      parts.push({ ...current, end: found.before })
      current = { number, start: found.at, words: found.words, end: current.end }
    }
    return [...parts, current]
  })
  return { entries: split, cuts }
}

interface Glued {
  readonly at: number
  readonly words: number
  readonly before: number
}

function findGlued(text: string, entry: RawEntry, number: number, form: EntryNumberForm): Glued | null {
  const own = text.slice(entry.words, entry.end)
  const digits = String(number)
  for (let at = own.indexOf(digits, 2); at >= 0; at = own.indexOf(digits, at + 1)) {
    const start = /[[［【〔（(]/.test(own.charAt(at - 1)) ? at - 1 : at
    let before = start
    while (before > 0 && /\s/.test(own.charAt(before - 1))) before--
    if (!/[。；！？]/.test(own.charAt(before - 1))) continue
    const read = readEntryNumber(own.slice(start, start + 16), form)
    if (read === null || read.value !== number) continue
    const words = start + read.end
    if (splitTerm(own.slice(words, words + 80), 'colon', null) === null) continue
    return { at: entry.words + start, words: entry.words + words, before: entry.words + before }
  }
  return null
}
