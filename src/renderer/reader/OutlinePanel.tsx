import { useEffect, useMemo, useRef } from 'react'
import { sectionAt } from '../../core/annotation/section-path.ts'
import type { OutlineItem, Report } from '../../core/report/report.ts'
import { sliceRange, toSourceOffset } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import css from './OutlinePanel.module.css'
import { jumpTo, type Reading, useReader } from './reader-store.ts'
import { texts } from './texts.ts'

/** The report's headings; the one that is being read is marked, and those with highlights have a dot. */
export function OutlinePanel({ reading }: { readonly reading: Reading }) {
  const t = useTexts(texts)
  const { report, text } = reading.opened
  const items = useMemo(() => withGlossary(text, report), [text, report])
  const here = useReader(({ place }) => (place ? sectionAt(items, toSourceOffset(place.line)).at(-1) : undefined))
  const annotations = useAnnotations((state) => state.annotations)
  const marked = useMemo(
    () =>
      new Set(
        annotations
          .filter((annotation) => !annotation.deleted)
          .map(({ anchor }) => sectionAt(items, toSourceOffset(anchor.start)).at(-1)),
      ),
    [annotations, items],
  )
  const current = useRef<HTMLButtonElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the reader from section to section
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [here])

  if (items.length === 0) return <p className={css.empty}>{t.noOutline}</p>
  return (
    <ul aria-label={t.outline}>
      {items.map((item) => (
        <li key={item.start}>
          <button
            ref={item === here ? current : null}
            type="button"
            className={css.item}
            data-level={Math.min(item.level, 4)}
            aria-current={item === here ? 'location' : undefined}
            onClick={() => jumpTo(item)}
          >
            {item.text}
            {marked.has(item) && <span className={css.dot} role="img" aria-label={t.hasMarks} />}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The outline with the glossary's heading, which is no part of the speech. */
function withGlossary(text: string, { outline, blocks }: Report): OutlineItem[] {
  const heading = blocks.find((block) => block.kind === 'glossaryHeading')
  if (!heading) return [...outline]
  const { start, end } = heading
  const item: OutlineItem = { start, end, text: sliceRange(text, heading), level: 1, runIn: false }
  return [...outline, item].sort((a, b) => a.start - b.start)
}
