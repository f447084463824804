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
  const headwords = buildDictionary(glossaries, readerTerms)
  const byKey = new Map(headwords.map((headword) => [headword.key, headword]))
  return { glossaries, readerTerms, headwords, byKey, find: compileHeadwordFinder(headwords) }
}

let arriving: Promise<void> = Promise.resolve()

/** Asks for the glossaries of all reports anew, as when a report came or went. */
export function refreshDictionary(): Promise<void> {
  arriving = (async () => {
    const [glossaries, readerTerms] = await Promise.all([meipi.reportGlossaries(), meipi.readerTerms()])
    if (glossaries.ok && readerTerms.ok) useDictionary.setState(compile(glossaries.value, readerTerms.value))
  })()
  return arriving
}

/** Resolves when the dictionary has all that it was last asked for. */
export function dictionaryReady(): Promise<void> {
  return arriving
}

export function receiveReaderTerms(readerTerms: readonly ReaderTerm[]): void {
  useDictionary.setState(({ glossaries }) => compile(glossaries, readerTerms))
}
