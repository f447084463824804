import { foldKey, foldText } from '../text/fold.ts'
import { type SourceRange, toSourceRange } from '../text/range.ts'

/** A place where a term stands. `term` is the index of the term in the list that the matcher was made from. */
export interface TermHit extends SourceRange {
  readonly term: number
}

/** Finds the terms of one list in a stretch of text. */
export type TermMatcher = (text: string, within: SourceRange) => TermHit[]

interface TrieNode {
  readonly next: Map<string, TrieNode>
  /** Index of the term that ends here. */
  term?: number
}

const ALPHANUMERIC = /[0-9a-z]/

/** A single character is no coinage, and would be found everywhere. */
const SHORTEST_TERM = 2

/**
 * Compiles terms into a matcher that finds the longest one at each place, left to right, without overlaps.
 * Texts and terms are compared folded (see `foldText`); offsets are those of the source text. Of two terms that fold
 * alike the first counts.
 */
export function compileTermMatcher(terms: readonly string[]): TermMatcher {
  const root: TrieNode = { next: new Map() }
  terms.forEach((term, index) => {
    const key = foldKey(term)
    if (key.length >= SHORTEST_TERM) insert(root, key, index)
  })
  return (text, within) => findTerms(root, text, within)
}

function insert(root: TrieNode, key: string, term: number): void {
  let node = root
  for (const unit of key.split('')) {
    let child = node.next.get(unit)
    if (!child) {
      child = { next: new Map() }
      node.next.set(unit, child)
    }
    node = child
  }
  node.term ??= term
}

function findTerms(root: TrieNode, text: string, within: SourceRange): TermHit[] {
  const { folded, starts, ends } = foldText(text.slice(within.start, within.end))
  const hits: TermHit[] = []
  for (let from = 0; from < folded.length; ) {
    const match = longestFrom(root, folded, from)
    if (match) {
      const start = within.start + (starts[from] ?? 0)
      const end = within.start + (ends[match.to - 1] ?? 0)
      hits.push({ ...toSourceRange(start, end), term: match.term })
    }
    from = match ? match.to : from + 1
  }
  return hits
}

function longestFrom(root: TrieNode, folded: string, from: number): { term: number; to: number } | null {
  let longest: { term: number; to: number } | null = null
  let node: TrieNode | undefined = root
  for (let to = from; to < folded.length; ) {
    node = node.next.get(folded.charAt(to))
    if (!node) break
    to += 1
    if (node.term !== undefined && !cutsWord(folded, from, to)) longest = { term: node.term, to }
  }
  return longest
}

/** Whether a hit would begin or end inside a Latin word or a number: `5G` is not found in `15G`. */
function cutsWord(folded: string, from: number, to: number): boolean {
  const joins = (left: number) => ALPHANUMERIC.test(folded.charAt(left)) && ALPHANUMERIC.test(folded.charAt(left + 1))
  return (from > 0 && joins(from - 1)) || (to < folded.length && joins(to - 1))
}
