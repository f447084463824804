import { type FoldCharacter, type FoldedText, foldKey, foldText } from '../text/fold.ts'
import { type SourceRange, toSourceRange } from '../text/range.ts'

/** A place where a term stands. `term` is the index of the term in the list that the matcher was made from. */
export interface TermPlace extends SourceRange {
  readonly term: number
}

/** The longest term at a place, with the shorter ones that stand inside it. */
export interface TermHit extends TermPlace {
  readonly nested: readonly TermPlace[]
}

/** Finds the terms of one list in a stretch of text, in order and without overlaps. */
export type TermMatcher = (text: string, within: SourceRange) => TermHit[]

interface TrieNode {
  /** By the UTF-16 unit that follows. */
  readonly next: Map<number, TrieNode>
  /** Index of the term that ends here. */
  term?: number
}

/** A match in folded text. */
interface FoldedMatch {
  readonly from: number
  readonly to: number
  readonly term: number
}

const NO_MATCHES: readonly FoldedMatch[] = []

const ALPHANUMERIC = /[0-9a-z]/

/** A single character is no coinage, and would be found everywhere. */
const SHORTEST_TERM = 2

/**
 * Compiles terms into a matcher that finds the longest one at each place, left to right. Texts and terms are compared
 * folded (see `foldText`); offsets are those of the source text. Of two terms that fold alike the first counts.
 *
 * The work grows with the text, not with the number of terms: each place follows one path in a trie. Compiling is
 * linear in the characters of the terms and cheap enough to be done again when a report comes or goes (bench/).
 */
export function compileTermMatcher(terms: readonly string[], further?: FoldCharacter): TermMatcher {
  const root: TrieNode = { next: new Map() }
  terms.forEach((term, index) => {
    const key = foldKey(term, further)
    if (key.length >= SHORTEST_TERM) insert(root, key, index)
  })
  return (text, within) => findTerms(root, foldText(text.slice(within.start, within.end), further), within.start)
}

function insert(root: TrieNode, key: string, term: number): void {
  let node = root
  for (let unit = 0; unit < key.length; unit++) {
    let child = node.next.get(key.charCodeAt(unit))
    if (!child) {
      child = { next: new Map() }
      node.next.set(key.charCodeAt(unit), child)
    }
    node = child
  }
  node.term ??= term
}

function findTerms(root: TrieNode, text: FoldedText, offset: number): TermHit[] {
  const hits: TermHit[] = []
  const toPlace = ({ from, to, term }: FoldedMatch): TermPlace => ({
    ...toSourceRange(offset + (text.starts[from] ?? 0), offset + (text.ends[to - 1] ?? 0)),
    term,
  })
  for (let from = 0; from < text.folded.length; ) {
    const longest = matchesAt(root, text, from).at(-1)
    if (longest) hits.push({ ...toPlace(longest), nested: nestedIn(root, text, longest).map(toPlace) })
    from = longest ? longest.to : from + 1
  }
  return hits
}

/** Every term that stands inside a match, but not the match itself; the one that begins first, first. */
function nestedIn(root: TrieNode, text: FoldedText, whole: FoldedMatch): FoldedMatch[] {
  const nested: FoldedMatch[] = []
  for (let from = whole.from; from < whole.to; from++)
    for (const match of matchesAt(root, text, from))
      if (match.to <= whole.to && match.term !== whole.term) nested.push(match)
  return nested
}

/** The terms that begin at a place, the shortest first. */
function matchesAt(root: TrieNode, text: FoldedText, from: number): readonly FoldedMatch[] {
  const { folded } = text
  // At nearly every place no term begins at all.
  if (!root.next.has(folded.charCodeAt(from))) return NO_MATCHES
  const matches: FoldedMatch[] = []
  let node: TrieNode | undefined = root
  for (let to = from; to < folded.length; ) {
    node = node.next.get(folded.charCodeAt(to))
    if (!node) break
    to += 1
    if (node.term !== undefined && !cutsWord(text, from, to)) matches.push({ from, to, term: node.term })
  }
  return matches
}

/** Whether a hit would begin or end inside a Latin word or a number: `5G` is not found in `15G`, but it is in `5G 15项`. */
function cutsWord({ folded, starts, ends }: FoldedText, from: number, to: number): boolean {
  const joins = (left: number) =>
    ALPHANUMERIC.test(folded.charAt(left)) &&
    ALPHANUMERIC.test(folded.charAt(left + 1)) &&
    // A space or a quotation mark that was folded away keeps them apart.
    ends[left] === starts[left + 1]
  return (from > 0 && joins(from - 1)) || (to < folded.length && joins(to - 1))
}
