import { memo } from 'react'
import type { ReportSummary } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openMenuInside } from '../interface/open-menu-inside.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { meipi } from '../meipi-api.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { openReport, useReader } from '../reader/reader-store.ts'
import { countLive } from '../tray/part-by-place.ts'
import css from './LibraryPanel.module.css'
import { nameOf } from './library-store.ts'
import { ReportMenu } from './ReportMenu.tsx'
import { texts } from './texts.ts'

/** One report in the list. Ctrl or the middle button opens it in a window of its own. */
export const ReportRow = memo(ReportRowView, (before, after) => JSON.stringify(before) === JSON.stringify(after))

function ReportRowView({ summary }: { readonly summary: ReportSummary }) {
  const t = useTexts(texts)
  const current = useReader(({ reading }) => reading?.opened.summary.id === summary.id)
  const { id, title, file, region, year, delivered, terms, doubts } = summary
  // The report that is open knows better than the list how many notes it has and how far it is read.
  const annotations = useAnnotations((state) => (current ? countLive(state) : summary.annotations))
  const progress = useReader(({ place }) => (current ? place?.progress : undefined)) ?? summary.progress
  const name = nameOf(summary)
  const facts = [
    ...(delivered ? [t.day(delivered)] : []),
    ...(terms > 0 ? [t.termCount(terms)] : []),
    ...(annotations > 0 ? [t.noteCount(annotations)] : []),
    ...(doubts.length > 0 ? [t.doubtful] : []),
  ]
  const line = facts.length > 0 ? facts.join(' · ') : file
  return (
    <li className={css.item} onContextMenu={openMenuInside}>
      <button
        type="button"
        className={css.row}
        aria-current={current ? 'page' : undefined}
        title={[title ?? file, ...doubts.map(describeProblem)].join('\n')}
        onClick={(event) => void (event.ctrlKey || event.metaKey ? meipi.openWindow(id) : openReport(id))}
        onAuxClick={(event) => event.button === 1 && void meipi.openWindow(id)}
      >
        <b>
          <span className={css.region}>{region ?? name}</span> {region !== null && year !== null && <span>{year}</span>}
        </b>
        {line !== name && <small>{line}</small>}
        <span className={css.bar} aria-hidden="true">
          <span style={{ width: `${Math.round(progress * 100)}%` }} />
        </span>
      </button>
      <ReportMenu summary={summary} />
    </li>
  )
}
