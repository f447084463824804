import { useMemo, useState } from 'react'
import type { Block } from '../../core/report/report.ts'
import { sliceRange } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { texts as windowTexts } from '../interface/texts.ts'
import { useReader } from '../reader/reader-store.ts'
import { splitReport } from './join-split.ts'
import css from './ReportList.module.css'
import { texts } from './texts.ts'

/** A line of an anthology where the next report begins says so, and is short. */
const BEGINS_REPORT = /工\s*作\s*报\s*告/u
const LONGEST_TITLE = 60

/** Chooses the headings where the parts of an anthology begin. */
export function SplitDialog() {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const opened = useReader((state) => state.reading?.opened)
  const candidates = useMemo(() => {
    const blocks = opened?.report.blocks ?? []
    // The first report begins with its own title.
    const title = blocks.findIndex(({ kind }) => kind === 'title')
    return opened ? blocks.slice(title + 1 || 1).filter((block) => mayBegin(opened.text, block)) : []
  }, [opened])
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(candidates.filter((block) => opened && namesReport(opened.text, block)).map(({ start }) => start)),
  )
  if (!opened) return null
  const toggle = (start: number) => {
    const next = new Set(chosen)
    if (!next.delete(start)) next.add(start)
    setChosen(next)
  }
  return (
    <ModalDialog title={t.splitTitle}>
      <p className={css.hint}>{candidates.length === 0 ? t.nothingToSplit : t.splitHint}</p>
      <ul className={css.list} aria-label={t.splitTitle}>
        {candidates.map((block) => (
          <li key={block.start}>
            <label className={css.check}>
              <input type="checkbox" checked={chosen.has(block.start)} onChange={() => toggle(block.start)} />
              {sliceRange(opened.text, block)}
            </label>
          </li>
        ))}
      </ul>
      <div className={form.acts}>
        <button type="button" onClick={closeDialog}>
          {w.cancel}
        </button>
        <button
          type="button"
          className={form.primary}
          disabled={chosen.size === 0}
          onClick={() => {
            closeDialog()
            void splitReport(
              opened.summary.id,
              [...chosen].sort((a, b) => a - b),
            )
          }}
        >
          {t.splitNow(chosen.size + 1)}
        </button>
      </div>
    </ModalDialog>
  )
}

function mayBegin(text: string, block: Block): boolean {
  if (block.kind === 'boilerplate') return false
  return block.kind === 'title' || (block.kind === 'heading' && block.level === 1) || namesReport(text, block)
}

function namesReport(text: string, block: Block): boolean {
  return block.end - block.start <= LONGEST_TITLE && BEGINS_REPORT.test(sliceRange(text, block))
}
