import type { Annotation } from '../../core/annotation/annotation.ts'
import { isLinkTo, type MeipiLink } from '../../core/export/meipi-link.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { textsNow } from '../interface/define-texts.ts'
import { showTabBeside } from '../interface/layout-store.ts'
import { tell } from '../library/library-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { liveWaiting } from '../tray/part-by-place.ts'
import { openTray } from '../tray/tray-acts.ts'
import { openReport, useReader } from './reader-store.ts'
import { texts } from './texts.ts'
import type { Jump } from './trail-store.ts'

/** Opens the report that a link names, at its annotation, which is then the one that keys act on. Where that is gone, says so. */
export async function followLink(link: MeipiLink): Promise<void> {
  await openReport(link.reportId, { jump: (opened) => toJump(opened, find(link)) })
  const { reading, opening } = useReader.getState()
  // It could not be opened, which is said elsewhere, or the reader has gone on.
  if (link.annotationId === null || opening !== null || reading?.opened.summary.id !== link.reportId) return
  const annotation = find(link)
  if (annotation) {
    showTabBeside('notes')
    useAnnotations.setState({ active: annotation.id })
    return
  }
  // One that waits has no place to go to: it is shown with the places that come into question.
  const waiting = liveWaiting(useAnnotations.getState()).find((each) => isLinkTo(link, each.annotation.id))
  if (waiting) openTray(waiting.annotation.id)
  else tell(textsNow(texts).annotationGone)
}

/** The annotation that a link names, where the open report has it, with what is not on the disk yet. */
function find(link: MeipiLink): Annotation | undefined {
  return useAnnotations.getState().annotations.find(({ id, deleted }) => !deleted && isLinkTo(link, id))
}

/** To the words of an annotation; null where they stand elsewhere in this version of the text. */
function toJump({ text }: OpenedReport, annotation: Annotation | undefined): Jump | null {
  if (annotation === undefined) return null
  const { start, end, quote } = annotation.anchor
  return text.slice(start, end) === quote ? { kind: 'passage', range: toSourceRange(start, end) } : null
}
