import { type Coinage, findCoinages } from '../../core/glossary/coinages.ts'
import { entryIn, type Headword } from '../../core/glossary/dictionary.ts'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import { foldKey } from '../../core/text/fold.ts'
import { matchesPinyin } from '../../core/text/match-pinyin.ts'
import type { Reading } from '../reader/reader-store.ts'
import { originOf, type TermOrigin } from './term-origin.ts'

export type TermFilter = TermOrigin | 'unexplained'

/** A term that the report uses or explains, with its places. */
export interface TermRow {
  readonly headword: Headword
  readonly places: readonly HeadwordPlace[]
}

/** What each filter of the panel shows. */
export interface PanelRows {
  /** In the order of the report's glossary. */
  readonly own: readonly TermRow[]
  /** In the order of the text. */
  readonly other: readonly TermRow[]
  /** All of the reader's, those that stand here first. */
  readonly mine: readonly TermRow[]
  /** The most frequent first. */
  readonly unexplained: readonly Coinage[]
}

export function panelRows({ opened, places }: Reading, headwords: readonly Headword[]): PanelRows {
  const byKey = new Map<string, HeadwordPlace[]>()
  for (const place of places) byKey.set(place.key, [...(byKey.get(place.key) ?? []), place])
  const rows = headwords.map((headword): TermRow => ({ headword, places: byKey.get(headword.key) ?? [] }))
  const { id } = opened.summary
  const of = (origin: TermOrigin) => rows.filter(({ headword }) => originOf(headword, id) === origin)
  const keys = new Set(headwords.map(({ key }) => key))
  return {
    own: of('own').sort((a, b) => (entryIn(a.headword, id) ?? 0) - (entryIn(b.headword, id) ?? 0)),
    other: of('other')
      .filter((row) => row.places.length > 0)
      .sort(byFirstPlace),
    // A term of the reader's counts as such whoever else defines it.
    mine: rows
      .filter(({ headword }) => headword.definitions.some(({ source }) => source.by === 'reader'))
      .sort((a, b) => Number(b.places.length > 0) - Number(a.places.length > 0)),
    // What stands inside a longer term that is explained is explained there: “四上” in “四上”企业.
    unexplained: findCoinages(opened.text, opened.report, (key) => keys.has(key)).filter((coinage) =>
      coinage.places.some((range) => !places.some((place) => place.start <= range.start && range.end <= place.end)),
    ),
  }
}

/** Whether what is typed finds a term: by its characters, or by pinyin. */
export function findsTerm(term: string, typed: string): boolean {
  const query = foldKey(typed)
  return query === '' || foldKey(term).includes(query) || matchesPinyin(term, query)
}

function byFirstPlace(a: TermRow, b: TermRow): number {
  return (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0)
}
