import type { AnnotationImport, ImportedOutcome } from '../../core/export/export-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { nameOf, useLibrary } from '../library/library-store.ts'
import css from './ExportDialog.module.css'
import { texts } from './texts.ts'

/** In the order in which they matter. */
const OUTCOMES: readonly ImportedOutcome[] = ['added', 'updated', 'same', 'older', 'deleted', 'conflict', 'no-report']

/** Says what became of a file of annotations. */
export function ImportedAnnotationsDialog({
  imported: { file, counts, left },
}: {
  readonly imported: AnnotationImport
}) {
  const t = useTexts(texts)
  const reports = useLibrary((state) => state.reports)
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0)
  const nameOfReport = (id: string) => {
    const report = reports.find((each) => each.id === id)
    return report ? nameOf(report) : id
  }
  return (
    <ModalDialog title={t.importedTitle}>
      <p className={css.lead}>{t.importedFrom(file)}</p>
      {shown.length === 0 ? (
        <p>{t.nothingInFile}</p>
      ) : (
        <table className={css.outcomes}>
          <thead>
            <tr>
              <th scope="col">{t.outcome}</th>
              <th scope="col">{t.howMany}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((outcome) => (
              <tr key={outcome}>
                <th scope="row">{t.outcomes[outcome]}</th>
                <td>{counts[outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {left.length > 0 && (
        <>
          <p className={css.lead}>{t.leftHint}</p>
          <ul className={css.left}>
            {left.map(({ line, reportId, outcome }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may have all of them on one line
              <li key={index}>{t.leftLine(line, `${t.outcomes[outcome]} · ${nameOfReport(reportId)}`)}</li>
            ))}
          </ul>
        </>
      )}
      <div className={form.acts}>
        <button
          type="button"
          className={form.primary}
          // biome-ignore lint/a11y/noAutofocus: there is nothing else to do
          autoFocus
          onClick={closeDialog}
        >
          {t.done}
        </button>
      </div>
    </ModalDialog>
  )
}
