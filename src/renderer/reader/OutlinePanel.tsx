import { sectionAt } from '../../core/annotation/section-path.ts'
import { toSourceOffset } from '../../core/text/range.ts'
import { zh } from '../interface/zh.ts'
import css from './OutlinePanel.module.css'
import { jumpTo, type Reading, useReader } from './reader-store.ts'

/** The report's headings; the one that is being read is marked. */
export function OutlinePanel({ reading }: { readonly reading: Reading }) {
  const { outline } = reading.opened.report
  const here = useReader(({ place }) => (place ? sectionAt(outline, toSourceOffset(place.line)).at(-1) : undefined))
  if (outline.length === 0) return <p className={css.empty}>{zh.noOutline}</p>
  return (
    <ul aria-label={zh.outline}>
      {outline.map((item) => (
        <li key={item.start}>
          <button
            type="button"
            className={css.item}
            data-level={Math.min(item.level, 4)}
            aria-current={item === here ? 'location' : undefined}
            onClick={() => jumpTo(item)}
          >
            {item.text}
          </button>
        </li>
      ))}
    </ul>
  )
}
