import search from 'approx-string-match'
import { CONTEXT_LENGTH } from '../../src/core/annotation/anchor.ts'
import type { Anchor } from '../../src/core/annotation/annotation.ts'

/** What counts how much in a plain strategy: the words, what stands before and after them, their position. */
const WEIGHT = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const

/**
 * Anchoring as it is commonly done: the position where the words stand there still, else the quote with up to half its
 * length in errors, and of those places the one with the best score.
 */
export function attachPlainly(anchor: Anchor, text: string): { readonly start: number; readonly end: number } | null {
  const { quote, prefix, suffix, start } = anchor
  if (text.slice(start, anchor.end) === quote) return { start, end: anchor.end }
  const total = WEIGHT.quote + WEIGHT.prefix + WEIGHT.suffix + WEIGHT.position
  const scored = search(text, quote, Math.floor(quote.length / 2)).map((match) => ({
    match,
    score:
      (WEIGHT.quote * (1 - match.errors / quote.length) +
        WEIGHT.prefix * likeness(prefix, text.slice(Math.max(0, match.start - CONTEXT_LENGTH), match.start)) +
        WEIGHT.suffix * likeness(suffix, text.slice(match.end, match.end + CONTEXT_LENGTH)) +
        WEIGHT.position * (1 - Math.abs(match.start - start) / text.length)) /
      total,
  }))
  return scored.sort((a, b) => b.score - a.score)[0]?.match ?? null
}

function likeness(one: string, other: string): number {
  if (one === '') return other === '' ? 1 : 0
  const errors = search(other, one, one.length)[0]?.errors ?? one.length
  return 1 - errors / one.length
}
