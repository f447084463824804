import type { OpenedReport } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { ReportTags } from '../tags/ReportTags.tsx'
import css from './Page.module.css'
import { texts } from './texts.ts'

/** How long the report is and what it explains, under its title; what is doubtful about it, and the way to correct it. */
export function TitleFacts({ opened: { summary, report } }: { readonly opened: OpenedReport }) {
  const t = useTexts(texts)
  const notes = useAnnotations((state) => state.annotations.filter((annotation) => !annotation.deleted).length)
  const facts = [
    t.characters(summary.characters),
    t.minutes(summary.characters),
    ...(summary.terms > 0 ? [t.glossaryCount(summary.terms)] : []),
    ...(notes > 0 ? [t.noteCount(notes)] : []),
  ]
  const plain = report.diagnostics.some((diagnostic) => diagnostic.code === 'not-a-report')
  const doubts = plain ? t.notAReport : summary.doubts.map(describeProblem).join(t.between)
  return (
    <div className={css.facts}>
      <p>{facts.join(' · ')}</p>
      <ReportTags reportId={summary.id} />
      {doubts !== '' && (
        <p className={css.doubts}>
          {!plain && t.doubts}
          {doubts}
        </p>
      )}
      <button type="button" className={css.correct} onClick={() => openDialog({ kind: 'fields' })}>
        {t.correct}
      </button>
    </div>
  )
}
