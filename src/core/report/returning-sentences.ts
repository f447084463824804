import type { Piece } from './piece.ts'
import type { UnnumberedLine } from './unnumbered-lines.ts'

/**
 * When sentences return in one form: so many begin with the same characters. Two characters alone are chance, unless
 * each of the sentences stands above one paragraph and the next follows; where the whole text is built so, none are
 * needed.
 */
const RETURNING = [
  { beginning: 4, least: 3, alternating: false },
  { beginning: 2, least: 3, alternating: true },
  { beginning: 0, least: 10, alternating: true },
] as const

/**
 * Sentences are kept where they return in one form (一年来，我们…); a single short paragraph is no heading, and a sentence
 * that introduces each numbered part is none either.
 */
export function keepRegular(
  lines: readonly UnnumberedLine[],
  pieces: readonly Piece[],
  headings: ReadonlySet<number>,
  marked: (piece: Piece) => boolean,
): UnnumberedLine[] {
  const sentences = lines.filter(({ sentence }) => sentence)
  const returning = new Set<UnnumberedLine>()
  for (const { beginning, least, alternating } of RETURNING) {
    const groups = new Map<string, UnnumberedLine[]>()
    for (const line of sentences) {
      const key = (pieces[line.index]?.head ?? '').slice(0, beginning)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [line])
      else group.push(line)
    }
    for (const group of groups.values()) {
      const introductions = group.filter(({ index }) => headings.has(index - 1)).length
      const steps = group.slice(1).filter(({ index }, i) => index - (group[i]?.index ?? 0) === 2).length
      if (group.length < least || introductions * 2 > group.length) continue
      if (!alternating || steps * 3 >= (group.length - 1) * 2) for (const line of group) returning.add(line)
    }
  }
  return lines.filter((line) => {
    const piece = pieces[line.index]
    return !line.sentence || returning.has(line) || (piece !== undefined && piece.length <= 40 && marked(piece))
  })
}
