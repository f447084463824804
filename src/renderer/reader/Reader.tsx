import { useEffect, useLayoutEffect, useRef } from 'react'
import { BlockMenu } from '../correct/BlockMenu.tsx'
import { closeBlockMenu } from '../correct/block-menu-store.ts'
import { TermCard } from '../glossary/TermCard.tsx'
import { useTexts } from '../interface/define-texts.ts'
import { closeReportDialog } from '../interface/dialog-store.ts'
import { hideOverlays } from '../interface/layout-store.ts'
import { texts } from '../interface/texts.ts'
import { useSettings } from '../settings/settings-store.ts'
import { PlaceStrip } from '../tray/PlaceStrip.tsx'
import { useCopy } from './copy-passage.ts'
import { EdgeMarks } from './EdgeMarks.tsx'
import { FindBar } from './FindBar.tsx'
import { useLayoutWatch } from './layout-version.ts'
import { Page } from './Page.tsx'
import css from './Reader.module.css'
import { type Reading, useReader } from './reader-store.ts'
import { followJump, useReadingPlace } from './reading-place.ts'
import { SelectionToolbar } from './SelectionToolbar.tsx'

/** The report that is open, alone on its sheet. */
export function Reader({ reading }: { readonly reading: Reading }) {
  const { appName } = useTexts(texts)
  const scroller = useRef<HTMLElement>(null)
  const jump = useReader((state) => state.jump)
  const { summary, report } = reading.opened
  const { textSize, font } = useSettings((state) => state.settings)
  useReadingPlace(scroller, reading)
  useLayoutWatch(summary.id)
  useCopy(reading)

  const title = report.title ?? summary.file

  // The lines are others with another size or typeface: the words that were at the top edge stay there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then, not when the place changes
  useLayoutEffect(() => {
    const place = useReader.getState().place
    if (place && scroller.current) followJump(scroller.current, { kind: 'place', offset: place.offset })
  }, [textSize, font])

  useEffect(() => {
    document.title = `${title} · ${appName}`
  }, [title, appName])

  // The reader's component is made anew for each report: what was asked of this one goes with it.
  useEffect(() => {
    return () => {
      closeReportDialog()
      closeBlockMenu()
    }
  }, [])

  useEffect(() => {
    if (jump && scroller.current) followJump(scroller.current, jump)
  }, [jump])

  return (
    <div className={css.reader}>
      <main
        className={css.desk}
        aria-label={title}
        ref={scroller}
        // Scrolled by keyboard as soon as a report is open.
        tabIndex={-1}
        onPointerDown={hideOverlays}
      >
        <Page reading={reading} />
        <span className={css.end}>眉批</span>
        <SelectionToolbar />
      </main>
      <EdgeMarks />
      <FindBar />
      <PlaceStrip />
      <TermCard reading={reading} />
      <BlockMenu reading={reading} />
    </div>
  )
}
