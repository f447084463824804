import { useEffect, useState } from 'react'
import type { Headword } from '../../core/glossary/dictionary.ts'
import type { TermUse } from '../../core/library-view.ts'
import { meipi } from '../meipi-api.ts'
import { useDictionary } from './dictionary-store.ts'

/** What was asked already; it counts as long as the dictionary, and so the library, is the same. */
const asked = new WeakMap<readonly Headword[], Map<string, Promise<readonly TermUse[]>>>()

/** Where the library's reports use a term; null until that is known. */
export function useTermUses(term: string): readonly TermUse[] | null {
  const headwords = useDictionary((state) => state.headwords)
  const [found, setFound] = useState<{ readonly term: string; readonly uses: readonly TermUse[] } | null>(null)
  useEffect(() => {
    let wanted = true
    void askOnce(headwords, term).then((uses) => {
      if (wanted) setFound({ term, uses })
    })
    return () => {
      wanted = false
    }
  }, [headwords, term])
  return found?.term === term ? found.uses : null
}

function askOnce(headwords: readonly Headword[], term: string): Promise<readonly TermUse[]> {
  const known = asked.get(headwords) ?? new Map<string, Promise<readonly TermUse[]>>()
  asked.set(headwords, known)
  const uses = known.get(term) ?? meipi.termUses(term).then((answer) => (answer.ok ? answer.value : []))
  known.set(term, uses)
  return uses
}
