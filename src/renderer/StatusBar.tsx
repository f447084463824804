import { sectionAt } from '../core/annotation/section-path.ts'
import { assertNever } from '../core/assert-never.ts'
import { toSourceOffset } from '../core/text/range.ts'
import { ariaKeys, describeKeys } from './commands/accelerator.ts'
import { openExport } from './export/export-command.ts'
import { useTexts } from './interface/define-texts.ts'
import { toggleFocusMode, useLayout } from './interface/layout-store.ts'
import { texts } from './interface/texts.ts'
import { useAnnotations } from './notes/annotation-store.ts'
import { type Reading, useReader } from './reader/reader-store.ts'
import css from './StatusBar.module.css'

/** Where the reader is, whether everything is saved, and the way out. */
export function StatusBar({ reading }: { readonly reading: Reading | null }) {
  const t = useTexts(texts)
  const place = useReader((state) => state.place)
  const focusMode = useLayout((state) => state.focusMode)
  const section =
    reading && place ? sectionAt(reading.opened.report.outline, toSourceOffset(place.line)).map(({ text }) => text) : []
  return (
    <footer className={css.bar}>
      <span className={css.section}>{section.join(' › ')}</span>
      {place && <span className={css.part}>{t.progress(place.progress)}</span>}
      <SaveLine />
      {focusMode && (
        <button type="button" className={css.act} onClick={toggleFocusMode}>
          {t.leaveFocusMode}
          <kbd>{describeKeys('focus-mode')}</kbd>
        </button>
      )}
      {reading && (
        <button
          type="button"
          className={css.act}
          aria-keyshortcuts={ariaKeys('export-notes')}
          onClick={() => void openExport()}
        >
          {t.exportNotes}
          <kbd>{describeKeys('export-notes')}</kbd>
        </button>
      )}
    </footer>
  )
}

/** Whether everything is on the disk. */
function SaveLine() {
  const t = useTexts(texts)
  const save = useAnnotations((state) => state.save)
  const describe = (): string => {
    switch (save.step) {
      case 'idle':
        return ''
      case 'saving':
        return t.saving
      case 'saved':
        return t.savedAt(save.at)
      case 'failed':
        return t.saveFailed
      default:
        return assertNever(save)
    }
  }
  return (
    // Why it has failed, and the way to try again, stand in the strip above, which speaks of it.
    <span className={css.save} data-step={save.step} role={save.step === 'failed' ? undefined : 'status'}>
      {describe()}
    </span>
  )
}
