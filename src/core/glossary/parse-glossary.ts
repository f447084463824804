import type { ImportHints } from '../report/import-hints.ts'
import type { Piece } from '../report/piece.ts'
import type { BlockKind, Diagnostic, Glossary, GlossaryEntry } from '../report/report.ts'
import { endsSentence } from '../report/sentence.ts'
import { toSourceRange } from '../text/range.ts'
import { splitEntries } from './parse-glossary-entries.ts'
import { matchGlossaryHeading } from './parse-glossary-heading.ts'
import { readSection } from './parse-glossary-section.ts'

/** A report's own glossary, and the pieces that it takes up. */
export interface ParsedGlossary {
  readonly glossary: Glossary
  /** Roles of the pieces it takes up, by index. */
  readonly roles: ReadonlyMap<number, BlockKind>
  /** Offsets at which an entry begins in the middle of a line. */
  readonly cuts: readonly number[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A glossary stands behind the speech, which is at least so large a part of the text. */
const EARLIEST = 0.15

/** Finds the appendix that explains terms: a heading that says so, with entries below it that look like it. */
export function parseGlossary(
  text: string,
  pieces: readonly Piece[],
  content: readonly number[],
  hints: ImportHints,
): ParsedGlossary {
  const roles = new Map<number, BlockKind>()
  const cuts: number[] = []
  const entries: GlossaryEntry[] = []
  let heading: { readonly text: string; readonly sure: boolean } | null = null
  const first = findFirst(pieces, content)
  for (let i = Math.max(first, 0); i < content.length; i++) {
    const index = content[i] ?? -1
    const piece = pieces[index]
    const rule = piece === undefined ? null : matchGlossaryHeading(piece.head, piece.length)
    if (piece === undefined || rule === null) continue
    const section = readSection(text, pieces, content, i + 1)
    const found = splitEntries(text, section.entries, hints.bold ?? [])
    if (!isCredible(found, rule.sure)) continue
    roles.set(index, 'glossaryHeading')
    for (const taken of section.taken) roles.set(taken, 'glossaryEntry')
    cuts.push(...section.cuts)
    entries.push(...found)
    if (heading === null || (rule.sure && !heading.sure)) heading = { text: piece.text, sure: rule.sure }
    i = Math.max(i, section.next - 1)
  }
  if (entries.length === 0) readFootnotes(text, pieces, content, hints, { roles, cuts, entries })
  return { glossary: { heading: heading?.text ?? null, entries }, roles, cuts, diagnostics: checkNumbers(entries) }
}

function findFirst(pieces: readonly Piece[], content: readonly number[]): number {
  const sizes = content.map((index) => pieces[index]?.text.length ?? 0)
  const least = sizes.reduce((sum, size) => sum + size, 0) * EARLIEST
  let before = 0
  return sizes.findIndex((size) => {
    before += size
    return before > least
  })
}

function isCredible(entries: readonly GlossaryEntry[], sure: boolean): boolean {
  const explained = entries.filter(({ term, number }) => term !== null || number !== null)
  return explained.length >= (sure ? 1 : 2)
}

interface Sink {
  readonly roles: Map<number, BlockKind>
  readonly cuts: number[]
  readonly entries: GlossaryEntry[]
}

/** Notes [1], [2] … at the end of the text, without a heading. */
function readFootnotes(
  text: string,
  pieces: readonly Piece[],
  content: readonly number[],
  hints: ImportHints,
  sink: Sink,
): void {
  const from = content.findIndex((index, i) => {
    const piece = pieces[index]
    const before = pieces[content[i - 1] ?? -1]
    return (
      i > content.length / 3 &&
      piece !== undefined &&
      /^[[［【]\s?[1１]\s?[\]］】]/.test(piece.text) &&
      (before === undefined || endsSentence(before.text))
    )
  })
  if (from < 0) return
  const section = readSection(text, pieces, content, from)
  if (section.entries.length < 3) return
  for (const taken of section.taken) sink.roles.set(taken, 'glossaryEntry')
  sink.cuts.push(...section.cuts)
  sink.entries.push(...splitEntries(text, section.entries, hints.bold ?? []))
}

/** Says where the numbers of the entries jump: what stands between may not have been recognised. */
export function checkNumbers(entries: readonly GlossaryEntry[]): Diagnostic[] {
  return entries.flatMap((entry, i) => {
    const last = entries[i - 1]
    if (last === undefined || last.number === null || entry.number === null) return []
    const missing = Number(entry.number) - Number(last.number) - 1
    if (missing <= 0) return []
    const message = `名词解释的编号从 ${last.number} 跳到 ${entry.number}，中间可能有条目没有识别出来。`
    return [{ ...toSourceRange(entry.start, entry.end), code: 'glossary-gap', message }]
  })
}
