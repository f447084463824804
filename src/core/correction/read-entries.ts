import { ENTRY_NUMBER_RULES, type EntryNumberForm, readEntryNumber } from '../glossary/parse-entry-number.ts'
import { type RawEntry, splitEntries } from '../glossary/parse-glossary-entries.ts'
import type { GlossaryEntry } from '../report/report.ts'
import { type SourceRange, sliceRange } from '../text/range.ts'

/** Reads stretches of a glossary as its entries are read: numbered in a form of its list, set apart in the list's manner. */
export function readEntries(
  text: string,
  ranges: readonly SourceRange[],
  list: readonly GlossaryEntry[],
): GlossaryEntry[] {
  const forms = formsOf(text, list)
  const numbers = new Map(list.map(({ start, number }) => [start, number]))
  const taken = new Set(numbers.values())
  const toRaw = (range: SourceRange): RawEntry => {
    const own = sliceRange(text, range)
    const known = numbers.get(range.start)
    const read = forms
      .flatMap((form) => readEntryNumber(own, form) ?? [])
      .find(({ form, value }) => {
        if (known !== undefined) return String(value) === known
        // A bare figure that another entry has for its number is part of the words: 5G驿站.
        return form !== 'bare' || !taken.has(String(value))
      })
    return {
      number: read?.value ?? null,
      start: range.start,
      words: range.start + (read?.end ?? 0),
      end: range.end,
    }
  }
  // The whole list is read with them: its manner shows in most of its entries.
  return splitEntries(text, [...list, ...ranges].map(toRaw), []).slice(list.length)
}

/** The forms that the numbers of a list have, in the order in which they first stand there. */
function formsOf(text: string, list: readonly GlossaryEntry[]): EntryNumberForm[] {
  const forms = list.flatMap((entry) => {
    const own = sliceRange(text, entry)
    const rule = ENTRY_NUMBER_RULES.find(({ form }) => String(readEntryNumber(own, form)?.value) === entry.number)
    return rule?.form ?? []
  })
  return [...new Set(forms)]
}
