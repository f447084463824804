import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { type AnchorMatch, LIKELY_SCORE } from '../../core/annotation/match-anchor.ts'
import type { WaitingAnnotation } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { useLibrary } from '../library/library-store.ts'
import { CandidatePlace } from './CandidatePlace.tsx'
import { inOneLine } from './surroundings.ts'
import css from './Tray.module.css'
import { texts } from './texts.ts'
import { deleteWaiting, startChoosing } from './tray-acts.ts'
import { arriveAt, useTray } from './tray-store.ts'

/** Longer quotes are folded until the reader wants to see them whole, in characters. */
const LONG_QUOTE = 140

interface TrayEntryProps {
  readonly entry: WaitingAnnotation
  /** From 1 on. */
  readonly index: number
  readonly count: number
}

/** One annotation that waits: what it marked, why it waits, and the places that come into question beside it. */
export function TrayEntry({ entry: { annotation, match }, index, count }: TrayEntryProps) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const { id, anchor } = annotation
  const article = useAskedFor(id, index === 1)
  const [whole, setWhole] = useState(false)
  const isChoosing = useTray((state) => state.choosing === id)
  const candidates = 'candidates' in match ? match.candidates : []
  const isLong = anchor.quote.length > LONG_QUOTE
  return (
    <li className={css.entry} onFocus={() => arriveAt(id)}>
      <article ref={article} aria-label={t.entry(index, count)} className={css.sides}>
        <div className={css.old}>
          <OldWords annotation={annotation} folded={isLong && !whole} />
          {isLong && (
            <button type="button" className={css.unfold} aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? t.showLess : t.showAll}
            </button>
          )}
          {'doubt' in match && <p className={css.why}>{t.doubts[match.doubt]}</p>}
          <div className={css.acts}>
            <button
              type="button"
              data-first={candidates.length === 0 || undefined}
              aria-pressed={isChoosing}
              onClick={() => startChoosing(id)}
            >
              {t.choose}
            </button>
            <button type="button" onClick={() => deleteWaiting(id)}>
              {w.delete}
            </button>
          </div>
        </div>
        <div className={css.new}>
          <FoundLine match={match} />
          {candidates.length > 0 && (
            <ol aria-label={t.candidates}>
              {candidates.map((candidate) => (
                <CandidatePlace
                  key={candidate.range.start}
                  id={id}
                  quote={anchor.quote}
                  candidate={candidate}
                  folded={isLong && !whole}
                />
              ))}
            </ol>
          )}
        </div>
      </article>
    </li>
  )
}

/** The words as they were marked, with what stood around them, and what the reader wrote on them. */
function OldWords({ annotation, folded }: { readonly annotation: Annotation; readonly folded: boolean }) {
  const t = useTexts(texts)
  const { anchor, color, note, tags } = annotation
  const colorName = useLibrary((state) => state.colorNames[color])
  const { before, after } = inOneLine({ before: anchor.prefix, after: anchor.suffix })
  return (
    <>
      <p className={css.fact}>
        <span className={css.dot} data-tone={color} />
        {colorName} · {t.before}
      </p>
      <p className={css.passage} data-folded={folded || undefined}>
        <span className={css.context}>{before}</span>
        <mark className={css.words} data-tone={color}>
          {anchor.quote}
        </mark>
        <span className={css.context}>{after}</span>
      </p>
      {anchor.sectionPath.length > 0 && <p className={css.section}>{anchor.sectionPath.join(' › ')}</p>}
      {note.trim() !== '' && <p className={css.note}>{note}</p>}
      {tags.length > 0 && <p className={css.tags}>{tags.map((tag) => `#${tag}`).join(' ')}</p>}
    </>
  )
}

/** Whether anything was found for it. */
function FoundLine({ match }: { readonly match: AnchorMatch }) {
  const t = useTexts(texts)
  if (!('candidates' in match)) return null
  const { answer, candidates } = match
  if (candidates.length === 0) return <p className={css.found}>{t.foundNothing}</p>
  const likely = candidates.filter(({ score }) => score >= LIKELY_SCORE).length
  return <p className={css.found}>{answer === 'ambiguous' ? t.found(likely) : t.foundUnlikely(candidates.length)}</p>
}

/** Takes the keyboard to the entry when that is asked for: to the first thing that can be done with it. */
function useAskedFor(id: string, isFirst: boolean) {
  const article = useRef<HTMLElement>(null)
  const asked = useTray((state) => (state.asked?.id === id ? state.asked : null))
  useEffect(() => {
    if (!asked) return
    useTray.setState({ asked: null })
    article.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
    // Above the first one stands what the tray is: both are seen from its beginning.
    const shown = isFirst ? article.current?.closest('section') : article.current
    shown?.scrollIntoView({ block: isFirst ? 'start' : 'nearest' })
  }, [asked, isFirst])
  return article
}
