import type { GlossaryEntry, Report } from '../report/report.ts'
import { foldKey } from '../text/fold.ts'

/** One definition of a term, and where it stands. */
export interface Definition {
  readonly reportId: string
  /** Number of the entry in its report's glossary; null where the list has none. */
  readonly number: string | null
  /** Index of the entry in its report's glossary. */
  readonly entry: number
  readonly definition: string
}

/** A term with every definition known for it. */
export interface Headword {
  /** The term folded: its identity. */
  readonly key: string
  /** For display, without quotation marks around the whole of it. */
  readonly term: string
  readonly definitions: readonly Definition[]
}

/** A glossary and the report that it belongs to. */
export interface GlossarySource {
  readonly reportId: string
  readonly glossary: Report['glossary']
}

/** Gathers the terms of some reports; a term that folds alike in several is one headword, in order of first appearance. */
export function buildDictionary(sources: readonly GlossarySource[]): Headword[] {
  const headwords = new Map<string, { key: string; term: string; definitions: Definition[] }>()
  for (const { reportId, glossary } of sources) {
    glossary.entries.forEach((entry, index) => {
      const key = entry.term === null ? '' : foldKey(entry.term)
      if (entry.term === null || key === '') return
      const headword = headwords.get(key) ?? { key, term: bareTerm(entry.term), definitions: [] }
      headword.definitions.push(toDefinition(reportId, entry, index))
      headwords.set(key, headword)
    })
  }
  return [...headwords.values()]
}

function toDefinition(reportId: string, entry: GlossaryEntry, index: number): Definition {
  return { reportId, number: entry.number, entry: index, definition: entry.definition }
}

/** A term without the quotation marks around the whole of it: `“五源共治”` → `五源共治`; `“三公”经费` stays. */
export function bareTerm(term: string): string {
  const inside = /^\s*["“「『‘']([^"“”「」『』‘’']+)["”」』’']\s*$/u.exec(term)
  return (inside?.[1] ?? term).trim()
}
