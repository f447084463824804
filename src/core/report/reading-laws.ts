import { sliceRange } from '../text/range.ts'
import type { Report } from './report.ts'

/**
 * What is true of every reading, whatever the text: nothing lost, nothing twice, every range holds what it is said to
 * hold. Returns the laws that a reading breaks, in words; used by tests.
 */
export function findBrokenLaws(text: string, report: Report): string[] {
  const broken: string[] = []
  let at = 0
  for (const block of report.blocks) {
    const own = sliceRange(text, block)
    if (block.start < at) broken.push(`block at ${block.start} overlaps the one before`)
    if (/\S/.test(text.slice(at, block.start))) broken.push(`text lost before ${block.start}`)
    if (own === '' || own.trim() !== own) broken.push(`block at ${block.start} begins or ends with white space`)
    if ((block.kind === 'heading') !== (block.level !== undefined))
      broken.push(`block at ${block.start}: level and kind disagree`)
    at = block.end
  }
  if (/\S/.test(text.slice(at))) broken.push('text lost at the end')
  broken.push(...checkItems(text, report), ...checkGlossary(text, report))
  return broken
}

function checkItems(text: string, { outline, markers }: Report): string[] {
  const wrong = outline.filter((item) => sliceRange(text, item) !== item.text || item.text === '' || item.level < 1)
  const unordered = outline.filter((item, i) => i > 0 && item.start < (outline[i - 1]?.end ?? 0))
  const lost = markers.filter((marker) => !/[\d０-９①-⒇㉑-㊿¹²³⁰-⁹]/.test(sliceRange(text, marker)))
  return [
    ...wrong.map(({ start }) => `outline item at ${start} is not its range's text`),
    ...unordered.map(({ start }) => `outline item at ${start} overlaps the one before`),
    ...lost.map(({ start }) => `marker at ${start} holds no number`),
  ]
}

function checkGlossary(text: string, { glossary, markers }: Report): string[] {
  const { entries } = glossary
  return [
    ...entries.flatMap((entry) => {
      const own = sliceRange(text, entry)
      const holds = own.includes(entry.definition) && own.includes(entry.term ?? '') && entry.term !== ''
      return holds ? [] : [`entry at ${entry.start} does not hold its term and definition`]
    }),
    ...entries.flatMap(({ start }, i) =>
      start < (entries[i - 1]?.end ?? 0) ? [`entry at ${start} overlaps the one before`] : [],
    ),
    ...markers.flatMap(({ number, entry, start }) =>
      entry === null || entries[entry]?.number === number ? [] : [`marker at ${start} points to another entry`],
    ),
  ]
}
