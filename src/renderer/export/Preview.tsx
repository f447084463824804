import { assertNever } from '../../core/assert-never.ts'
import type { ExportPreview } from '../../core/export/export-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { nameOf, useLibrary } from '../library/library-store.ts'
import css from './ExportDialog.module.css'
import { texts } from './texts.ts'
import type { Previewed } from './use-preview.ts'

interface PreviewProps {
  /** The report that is shown; null where none is chosen. */
  readonly reportId: string | null
  readonly shown: Previewed
  /** Leads to a line of the template, where that is at hand. */
  readonly onGoToLine?: (line: number) => void
}

/** What the export will look like, as the text that it is. */
export function Preview({ reportId, shown: { preview, isCurrent }, onGoToLine }: PreviewProps) {
  const t = useTexts(texts)
  const summary = useLibrary((state) => state.reports.find(({ id }) => id === reportId))
  const title = summary ? t.previewOf(nameOf(summary)) : t.preview
  return (
    <section className={css.preview} aria-label={t.preview} aria-busy={reportId !== null && !isCurrent}>
      <h3 className={css.previewTitle}>{title}</h3>
      {reportId === null ? (
        <p className={css.hint}>{t.nothingToPreview}</p>
      ) : preview === null ? (
        <p className={css.hint}>{t.rendering}</p>
      ) : (
        <Made preview={preview} onGoToLine={onGoToLine} />
      )}
    </section>
  )
}

interface MadeProps {
  readonly preview: ExportPreview
  readonly onGoToLine: PreviewProps['onGoToLine'] | undefined
}

function Made({ preview, onGoToLine }: MadeProps) {
  const t = useTexts(texts)
  switch (preview.kind) {
    case 'text':
      return (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by key */}
          <pre className={css.text} tabIndex={0}>
            {preview.text}
          </pre>
          {preview.isCut && <p className={css.hint}>{t.cut}</p>}
        </>
      )
    case 'problem': {
      const { line, found } = preview.problem
      return (
        <div className={css.problem} role="alert">
          <p>{describeProblem(preview.problem)}</p>
          {found !== '' && <code>{found}</code>}
          {line !== null && onGoToLine && (
            <button type="button" className={css.act} onClick={() => onGoToLine(line)}>
              {t.goToLine(line)}
            </button>
          )}
        </div>
      )
    }
    default:
      return assertNever(preview)
  }
}
