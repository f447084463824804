import { sectionAt } from '../core/annotation/section-path.ts'
import { assertNever } from '../core/assert-never.ts'
import { toSourceOffset } from '../core/text/range.ts'
import { ariaKeys, describeKeys } from './commands/accelerator.ts'
import { exportMarkdown } from './export/export-command.ts'
import { useTexts } from './interface/define-texts.ts'
import { toggleFocusMode, useLayout } from './interface/layout-store.ts'
import { describeProblem } from './interface/problem-text.ts'
import { texts } from './interface/texts.ts'
import { retrySaving, useAnnotations } from './notes/annotation-store.ts'
import { type Reading, useReader } from './reader/reader-store.ts'
import css from './StatusBar.module.css'
import { WaitingLine } from './tray/WaitingLine.tsx'

/** Where the reader is, whether everything is saved, and the way out to Markdown. */
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
      <WaitingLine />
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
          aria-keyshortcuts={ariaKeys('export-markdown')}
          onClick={() => void exportMarkdown()}
        >
          {t.exportMarkdown}
          <kbd>{describeKeys('export-markdown')}</kbd>
        </button>
      )}
    </footer>
  )
}

/** Whether everything is on the disk; where not, why, and the way to try again. */
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
        return t.saveFailed(describeProblem(save.problem))
      default:
        return assertNever(save)
    }
  }
  return (
    <>
      <span className={css.save} data-step={save.step} role="status">
        {describe()}
      </span>
      {save.step === 'failed' && (
        <button type="button" className={css.act} onClick={() => void retrySaving()}>
          {t.retry}
        </button>
      )}
    </>
  )
}
