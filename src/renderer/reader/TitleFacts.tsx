import type { OpenedReport } from '../../core/library-view.ts'
import { zh } from '../interface/zh.ts'
import css from './Page.module.css'

/** How long the report is and what it explains, under its title. */
export function TitleFacts({ opened: { summary, report } }: { readonly opened: OpenedReport }) {
  const facts = [
    zh.characters(summary.characters),
    zh.minutes(summary.characters),
    ...(summary.terms > 0 ? [zh.glossaryCount(summary.terms)] : []),
  ]
  const plain = report.diagnostics.some((diagnostic) => diagnostic.code === 'not-a-report')
  return (
    <>
      <p className={css.facts}>{facts.join(' · ')}</p>
      {plain && <p className={css.facts}>{zh.notAReport}</p>}
    </>
  )
}
