import { create } from 'zustand'
import { buildDictionary, type Headword } from '../../core/glossary/dictionary.ts'
import type { ReaderTerm } from '../../core/glossary/reader-term.ts'
import { compileHeadwordFinder, type HeadwordFinder } from '../../core/glossary/report-terms.ts'
import type { ReportGlossary } from '../../core/library-view.ts'
import { meipi } from '../meipi-api.ts'

interface DictionaryStore {
  readonly glossaries: readonly ReportGlossary[]
  readonly readerTerms: readonly ReaderTerm[]
  readonly headwords: readonly Headword[]
  readonly byKey: ReadonlyMap<string, Headword>
  /** Finds the places of all headwords in a report. */
  readonly find: HeadwordFinder
}

/** The terms of all reports in the library, and the reader's own. */
export const useDictionary = create<DictionaryStore>()(() => compile([], []))

function compile(glossaries: readonly ReportGlossary[], readerTerms: readonly ReaderTerm[]): DictionaryStore {
  // In the same order at every start, however the reports came in.
  const inOrder = [...glossaries].sort((a, b) => (a.reportId < b.reportId ? -1 : 1))
  const headwords = buildDictionary(inOrder, readerTerms)
  const byKey = new Map(headwords.map((headword) => [headword.key, headword]))
  return { glossaries, readerTerms, headwords, byKey, find: compileHeadwordFinder(headwords) }
}

/** The version of the glossaries that the dictionary was made of, as the library counts it. */
let made = -1

/** Asks for the glossaries of all reports anew where they have changed, as when a report came or went. */
export async function refreshDictionary(version: number): Promise<void> {
  if (version === made) return
  made = version
  const [glossaries, readerTerms] = await Promise.all([meipi.reportGlossaries(), meipi.readerTerms()])
  if (glossaries.ok && readerTerms.ok) useDictionary.setState(compile(glossaries.value, readerTerms.value))
  else made = -1
}

export function receiveReaderTerms(readerTerms: readonly ReaderTerm[]): void {
  useDictionary.setState(({ glossaries }) => compile(glossaries, readerTerms))
}
