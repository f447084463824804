import { sectionAt } from '../core/annotation/section-path.ts'
import { assertNever } from '../core/assert-never.ts'
import { toSourceOffset } from '../core/text/range.ts'
import { exportMarkdown } from './export/export-command.ts'
import { zh } from './interface/zh.ts'
import { retrySaving, useAnnotations } from './notes/annotation-store.ts'
import type { SaveState } from './notes/save-queue.ts'
import { type Reading, useReader } from './reader/reader-store.ts'
import css from './StatusBar.module.css'

/** Where the reader is, whether everything is saved, and the way out to Markdown. */
export function StatusBar({ reading }: { readonly reading: Reading | null }) {
  const place = useReader((state) => state.place)
  const save = useAnnotations((state) => state.save)
  const section =
    reading && place ? sectionAt(reading.opened.report.outline, toSourceOffset(place.line)).map(({ text }) => text) : []
  return (
    <footer className={css.bar}>
      <span className={css.section}>{section.join(' › ')}</span>
      {place && <span className={css.part}>{zh.progress(place.progress)}</span>}
      <span className={css.save} data-step={save.step} role="status">
        {describeSave(save)}
      </span>
      {save.step === 'failed' && (
        <button type="button" className={css.act} onClick={() => void retrySaving()}>
          {zh.retry}
        </button>
      )}
      {reading && (
        <button type="button" className={css.act} aria-keyshortcuts="Control+E" onClick={() => void exportMarkdown()}>
          {zh.export}
          <kbd>{zh.exportKeys}</kbd>
        </button>
      )}
    </footer>
  )
}

function describeSave(save: SaveState): string {
  switch (save.step) {
    case 'idle':
      return ''
    case 'saving':
      return zh.saving
    case 'saved':
      return zh.savedAt(save.at)
    case 'failed':
      return zh.saveFailed(save.problem.message)
    default:
      return assertNever(save)
  }
}
