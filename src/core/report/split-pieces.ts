import { foldGenreWords, TITLE_WORDS } from './genre-words.ts'
import { INJECTED_NAMES, matchInjectedWords } from './injected-words.ts'
import { type OrdinalForm, readOrdinal } from './ordinal.ts'
import { type Piece, splitLines, toPiece } from './piece.ts'

/** A heading glued to a paragraph stands within so many characters of its end. */
const GLUED_REACH = 60

/**
 * The lines of a text, cut where a part of a line has a role of its own: a page number behind the title, a heading or
 * words of a spammer behind the last sentence of a paragraph.
 */
export function splitPieces(text: string): Piece[] {
  const lines = splitLines(text)
  const used = countOrdinals(lines)
  return lines.flatMap((line) => splitLine(text, line, used))
}

function splitLine(text: string, line: Piece, used: ReadonlyMap<OrdinalForm, ReadonlySet<number>>): Piece[] {
  const single = findTitleLabel(line) ?? findTitleEnd(line) ?? findGluedHeading(line, used) ?? findInjected(line)
  const cuts = [...findInjectedNames(line), ...(single === null ? [] : [single])].sort((a, b) => a - b)
  if (cuts.length === 0) return [line]
  return [0, ...cuts].flatMap(
    (cut, i) =>
      toPiece(text, line.start + cut, line.start + (cuts[i] ?? line.text.length), i === 0 && line.startsLine) ?? [],
  )
}

/** Both ends of each name that was written between two sentences. */
function findInjectedNames({ text, length }: Piece): number[] {
  return length < 60
    ? []
    : [...text.matchAll(INJECTED_NAMES)].flatMap(({ 0: name, index }) => [index, index + name.length])
}

/** 标题：政府工作报告: the label is the collection's. */
function findTitleLabel({ text, length, head }: Piece): number | null {
  if (length > 90 || !TITLE_WORDS.test(foldGenreWords(head))) return null
  return /^标题\s*[:：]\s*/.exec(text)?.[0].length ?? null
}

/** 2021年示例市政府工作报告(第2/2页): the page number is the site's. */
function findTitleEnd({ text, length, head }: Piece): number | null {
  if (length > 70 || !TITLE_WORDS.test(foldGenreWords(head))) return null
  const page = /\s*[（(]?第?\d{1,2}\s*\/\s*\d{1,2}页?[）)]?$|\s*[（(]\d{1,2}[）)]$/.exec(text)
  return page === null || page.index === 0 ? null : page.index
}

/**
 * …公里。（四）坚持民生为本，社会发展持续进步: a heading glued to the end of a paragraph. Only where the line it should have
 * been fits the numbers that stand at the beginning of other lines.
 */
function findGluedHeading({ text, length }: Piece, used: ReadonlyMap<OrdinalForm, ReadonlySet<number>>): number | null {
  if (length < 60) return null
  const from = Math.max(0, text.length - GLUED_REACH)
  const tail = text.slice(from)
  for (const match of tail.matchAll(/[。！？][”"]?\s*(?=[（(〔一二三四五六七八九十\d])/g)) {
    const at = match.index + match[0].length
    const glued = tail.slice(at)
    const ordinal = readOrdinal(glued)
    if (ordinal === null || /[。！？；]/.test(glued) || glued.length < 8) continue
    const numbers = used.get(ordinal.form)
    if (numbers?.has(ordinal.number - 1) || numbers?.has(ordinal.number + 1)) return from + at
  }
  return null
}

/** The name of a novel or a site that a copier wrote behind the last sentence of a paragraph. */
function findInjected({ text, length }: Piece): number | null {
  if (length < 60) return null
  const from = Math.max(0, text.length - GLUED_REACH)
  const tail = text.slice(from)
  const sentence = Math.max(...[...'。！？'].map((mark) => tail.lastIndexOf(mark)))
  if (sentence < 0 || sentence === tail.length - 1) return null
  return matchInjectedWords(tail.slice(sentence + 1)) === null ? null : from + sentence + 1
}

function countOrdinals(lines: readonly Piece[]): Map<OrdinalForm, Set<number>> {
  const used = new Map<OrdinalForm, Set<number>>()
  for (const { text } of lines) {
    const ordinal = readOrdinal(text)
    if (ordinal === null) continue
    const numbers = used.get(ordinal.form) ?? new Set()
    numbers.add(ordinal.number)
    used.set(ordinal.form, numbers)
  }
  return used
}
