import type { ReportGlossary } from '../library-view.ts'
import { foldKey } from '../text/fold.ts'
import { toSourceRange } from '../text/range.ts'
import type { ReaderTerm } from './reader-term.ts'
import { compileTermMatcher } from './term-matcher.ts'
import { foldWording } from './wording.ts'

/** One definition of a term, and who gave it. */
export interface Definition {
  readonly definition: string
  /** Which of the headword's wordings it is: those that differ in punctuation alone share one. */
  readonly wording: number
  readonly source: DefinitionSource
}

/** Where a definition comes from: an entry of a report's glossary, or the reader. */
export type DefinitionSource =
  | {
      readonly by: 'report'
      readonly reportId: string
      /** Number of the entry in its report's glossary; null where the list has none. */
      readonly number: string | null
      /** Index of the entry in its report's glossary; the entry has the range. */
      readonly entry: number
    }
  | { readonly by: 'reader'; readonly id: string }

/** A term with every definition known for it. */
export interface Headword {
  /** The term folded: its identity. */
  readonly key: string
  /** For display, without quotation marks around the whole of it. */
  readonly term: string
  readonly definitions: readonly Definition[]
  /** How many wordings the definitions have. */
  readonly wordings: number
  /** Keys of the shorter terms that stand inside this one. */
  readonly contains: readonly string[]
  /** Keys of the longer terms that this one stands inside. */
  readonly within: readonly string[]
}

interface Gathered {
  readonly term: string
  readonly definitions: Definition[]
  /** Folded wording → its number. */
  readonly wordings: Map<string, number>
}

/**
 * Gathers the terms of many reports and of the reader. A term that folds alike in several places is one headword with
 * all definitions, in order of first appearance; the reader's own come last. Headwords know which others they contain.
 */
export function buildDictionary(
  sources: readonly ReportGlossary[],
  readerTerms: readonly Pick<ReaderTerm, 'id' | 'term' | 'definition'>[] = [],
): Headword[] {
  const gathered = new Map<string, Gathered>()
  for (const { reportId, glossary } of sources)
    glossary.entries.forEach(({ term, number, definition }, entry) => {
      if (term !== null) gather(gathered, term, definition, { by: 'report', reportId, number, entry })
    })
  for (const { id, term, definition } of readerTerms) gather(gathered, term, definition, { by: 'reader', id })
  return relate(gathered)
}

function gather(gathered: Map<string, Gathered>, term: string, definition: string, source: DefinitionSource): void {
  const key = foldKey(term)
  if (key === '') return
  const headword: Gathered = gathered.get(key) ?? { term: bareTerm(term), definitions: [], wordings: new Map() }
  gathered.set(key, headword)
  const wording = foldWording(definition)
  const known = headword.wordings.get(wording) ?? headword.wordings.size
  headword.wordings.set(wording, known)
  headword.definitions.push({ definition, wording: known, source })
}

/** Tells each headword which others stand inside it, and which it stands inside. */
function relate(gathered: ReadonlyMap<string, Gathered>): Headword[] {
  const keys = [...gathered.keys()]
  const match = compileTermMatcher(keys)
  const contains = keys.map((key, index) => {
    const inside = match(key, toSourceRange(0, key.length)).flatMap((hit) => [hit, ...hit.nested])
    return new Set(inside.map(({ term }) => term).filter((term) => term !== index))
  })
  const within = keys.map((): string[] => [])
  contains.forEach((inside, index) => {
    for (const term of inside) within[term]?.push(keys[index] ?? '')
  })
  return keys.map((key, index) => ({
    key,
    term: gathered.get(key)?.term ?? key,
    definitions: gathered.get(key)?.definitions ?? [],
    wordings: gathered.get(key)?.wordings.size ?? 0,
    contains: [...(contains[index] ?? [])].map((term) => keys[term] ?? ''),
    within: within[index] ?? [],
  }))
}

/** The entry of one report's glossary that defines a headword, by its index; null where that report does not define it. */
export function entryIn(headword: Headword, reportId: string): number | null {
  for (const { source } of headword.definitions)
    if (source.by === 'report' && source.reportId === reportId) return source.entry
  return null
}

/** A term without the quotation marks around the whole of it: `“五源共治”` → `五源共治`; `“三公”经费` stays. */
export function bareTerm(term: string): string {
  const inside = /^\s*["“「『‘']([^"“”「」『』‘’']+)["”」』’']\s*$/u.exec(term)
  return (inside?.[1] ?? term).trim()
}
