import { copyHighlight } from '../../core/export/copy-highlight.ts'
import { toMeipiLink } from '../../core/export/meipi-link.ts'
import { copyText } from '../interface/copy-text.ts'
import { textsNow } from '../interface/define-texts.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { useAnnotations } from './annotation-store.ts'
import { flushDrafts } from './drafts.ts'
import { texts } from './texts.ts'

/** Copies a highlight of the open report as Markdown: its words, where they stand, its tags and note, the way back. */
export function copyNote(id: string): void {
  // What is being written belongs to it.
  flushDrafts()
  const { opened, annotations } = useAnnotations.getState()
  const annotation = annotations.find((each) => each.id === id)
  if (!opened || !annotation) return
  const { summary, report, text } = opened
  const { file, textHash } = summary
  const markdown = copyHighlight({ reportId: summary.id, report, file, text, textHash, annotation })
  void copyText(markdown, textsNow(windowTexts).copiedMarkdown)
}

/** Copies the link that leads to a highlight of the open report. */
export function copyNoteLink(id: string): void {
  const { opened } = useAnnotations.getState()
  if (opened) void copyText(toMeipiLink(opened.summary.id, id), textsNow(texts).copiedLink)
}
