import { copyPassage } from '../../core/export/copy-passage.ts'
import { useCard } from '../glossary/card-store.ts'
import { copyTermCard } from '../glossary/copy-definitions.ts'
import { useDictionary } from '../glossary/dictionary-store.ts'
import { copyText } from '../interface/copy-text.ts'
import { textsNow } from '../interface/define-texts.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { copyNote, copyNoteLink } from '../notes/copy-note.ts'
import { useReader } from '../reader/reader-store.ts'
import { readSelection } from '../reader/source-selection.ts'
import { texts } from './texts.ts'

/**
 * Copies as Markdown what the reader has at hand: the card that the keyboard is in, else the words selected, else the
 * term's card that is open, else the highlight that was pressed last.
 */
export function copyMarkdownAtHand(): void {
  const note = focusedNote()
  const { active } = useAnnotations.getState()
  if (note !== null) copyNote(note)
  else if (!isInTermCard() && copySelection()) return
  else if (copyOpenTerm()) return
  else if (active !== null) copyNote(active)
  else showToast({ text: textsNow(texts).nothingToCopy })
}

/** Copies the link to the highlight at hand: that of the card that the keyboard is in, else the one pressed last. */
export function copyLinkAtHand(): void {
  const id = focusedNote() ?? useAnnotations.getState().active
  if (id !== null) copyNoteLink(id)
  else showToast({ text: textsNow(texts).noLinkToCopy })
}

/** The highlight whose card the keyboard is in. */
function focusedNote(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-note]')?.dataset.note ?? null
}

function isInTermCard(): boolean {
  return document.activeElement?.closest('[data-term-card]') != null
}

function copySelection(): boolean {
  const opened = useReader.getState().reading?.opened
  const range = readSelection()
  if (!opened || !range) return false
  const { text, report, summary } = opened
  const { markdown } = copyPassage({ text, report, file: summary.file, range, cite: true })
  void copyText(markdown, textsNow(windowTexts).copiedMarkdown)
  return true
}

function copyOpenTerm(): boolean {
  const { card } = useCard.getState()
  const reportId = useReader.getState().reading?.opened.summary.id
  const headword = card && useDictionary.getState().byKey.get(card.followed.at(-1) ?? card.key)
  if (!headword || reportId === undefined) return false
  copyTermCard(headword, reportId)
  return true
}
