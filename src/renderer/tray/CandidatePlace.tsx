import type { Candidate } from '../../core/annotation/candidates.ts'
import { useTexts } from '../interface/define-texts.ts'
import { useReader } from '../reader/reader-store.ts'
import { likenessOf } from './likeness.ts'
import { QuoteChanges } from './QuoteChanges.tsx'
import { surroundingsOf } from './surroundings.ts'
import css from './Tray.module.css'
import { texts } from './texts.ts'
import { peekAt, placeAt } from './tray-acts.ts'
import { useTray } from './tray-store.ts'

interface CandidatePlaceProps {
  /** The annotation that waits. */
  readonly id: string
  /** Its words in the old text. */
  readonly quote: string
  readonly candidate: Candidate
  readonly folded: boolean
}

/** A place that an annotation may be attached to: where it is, how like, what stands there. */
export function CandidatePlace({ id, quote, candidate, folded }: CandidatePlaceProps) {
  const t = useTexts(texts)
  const text = useReader((state) => state.reading?.opened.text ?? '')
  const { range, sectionPath, difference } = candidate
  const peeked = useTray(({ peek }) => peek?.id === id && peek.range.start === range.start)
  const { before, after } = surroundingsOf(text, range)
  return (
    <li className={css.candidate} data-peeked={peeked || undefined}>
      <p className={css.fact}>
        <b>{t.likeness[likenessOf(candidate)]}</b> · {t.difference[difference]}
      </p>
      <p className={css.passage}>
        <span className={css.context}>{before}</span>
        <span className={css.words}>
          <QuoteChanges before={quote} after={candidate.quote} folded={folded} />
        </span>
        <span className={css.context}>{after}</span>
      </p>
      <p className={css.section}>{sectionPath.length > 0 ? sectionPath.join(' › ') : t.noSection}</p>
      <div className={css.acts}>
        <button type="button" data-first aria-pressed={peeked} onClick={() => peekAt(id, range)}>
          {t.peek}
        </button>
        <button type="button" className={css.place} onClick={() => placeAt(id, range)}>
          {t.place}
        </button>
      </div>
    </li>
  )
}
