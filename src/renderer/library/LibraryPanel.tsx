import type { ReportSummary } from '../../core/library-view.ts'
import { zh } from '../interface/zh.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { openReport, useReader } from '../reader/reader-store.ts'
import css from './LibraryPanel.module.css'
import { useLibrary } from './library-store.ts'
import { chooseAndOpen } from './open-files.ts'

/** The reports in the library. */
export function LibraryPanel() {
  const reports = useLibrary((state) => state.reports)
  return (
    <nav className={css.panel} aria-label={zh.reports}>
      <ul className={css.list} aria-label={zh.reports}>
        {(reports ?? []).map((summary) => (
          <ReportRow key={summary.id} summary={summary} />
        ))}
      </ul>
      <button type="button" className={css.add} onClick={() => void chooseAndOpen()}>
        ＋ {zh.openFiles}
      </button>
    </nav>
  )
}

function ReportRow({ summary }: { readonly summary: ReportSummary }) {
  const current = useReader(({ reading }) => reading?.opened.summary.id === summary.id)
  const { id, region, year, title, file, delivered, terms } = summary
  // The report that is open knows better than the list how many notes it has and how far it is read.
  const annotations = useAnnotations((state) =>
    current ? state.annotations.filter((annotation) => !annotation.deleted).length : summary.annotations,
  )
  const progress = useReader(({ place }) => (current ? place?.progress : undefined)) ?? summary.progress
  const facts = [
    ...(delivered ? [delivered] : []),
    ...(terms > 0 ? [zh.termCount(terms)] : []),
    ...(annotations > 0 ? [zh.noteCount(annotations)] : []),
  ]
  return (
    <li>
      <button
        type="button"
        className={css.row}
        aria-current={current ? 'page' : undefined}
        title={title ?? file}
        onClick={() => void openReport(id)}
      >
        <b>{region ? [region, year].filter((part) => part !== null).join(' ') : (title ?? file)}</b>
        <small>{facts.length > 0 ? facts.join(' · ') : file}</small>
        <span className={css.bar} aria-hidden="true">
          <span style={{ width: `${Math.round(progress * 100)}%` }} />
        </span>
      </button>
    </li>
  )
}
