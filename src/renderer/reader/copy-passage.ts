import { useEffect } from 'react'
import { copyPassage } from '../../core/export/copy-passage.ts'
import { textsNow } from '../interface/define-texts.ts'
import { isTextField } from '../interface/text-field.ts'
import { texts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { useSettings } from '../settings/settings-store.ts'
import type { Reading } from './reader-store.ts'
import { readSelection } from './source-selection.ts'

/** Whether the next copy names its source, whatever the settings say. */
let citing = false

/** What is copied from the page is the report's own text, as rich text, Markdown and plain, with where it comes from. */
export function useCopy({ opened }: Reading): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (isTextField(document.activeElement)) return
      const range = readSelection()
      if (!range || !event.clipboardData) return
      const cite = citing || useSettings.getState().settings.citeCopies
      const copied = copyPassage({ text: opened.text, report: opened.report, file: opened.summary.file, range, cite })
      event.clipboardData.setData('text/plain', copied.plain)
      event.clipboardData.setData('text/html', copied.html)
      event.clipboardData.setData('text/markdown', copied.markdown)
      event.preventDefault()
      showToast({ text: textsNow(texts).copied })
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [opened])
}

/** Copies the selected words with their source. */
export function copyQuote(): void {
  citing = true
  document.execCommand('copy')
  citing = false
}
