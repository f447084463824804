import type { Headword } from '../../core/glossary/dictionary.ts'
import { useTexts } from '../interface/define-texts.ts'
import { followTerm } from './card-store.ts'
import { useDictionary } from './dictionary-store.ts'
import css from './TermCard.module.css'
import { texts } from './texts.ts'

/** The longer terms that a term stands in, and the shorter ones that stand in it; each opens in the same card. */
export function RelatedTerms({ headword }: { readonly headword: Headword }) {
  const t = useTexts(texts)
  return (
    <>
      <TermLinks label={t.longer} keys={headword.within} />
      <TermLinks label={t.shorter} keys={headword.contains} />
    </>
  )
}

function TermLinks({ label, keys }: { readonly label: string; readonly keys: readonly string[] }) {
  const byKey = useDictionary((state) => state.byKey)
  if (keys.length === 0) return null
  return (
    <p className={css.related}>
      <span>{label}</span>
      {keys.map((key) => (
        <button key={key} type="button" onClick={() => followTerm(key)}>
          {byKey.get(key)?.term ?? key}
        </button>
      ))}
    </p>
  )
}
