import { defineTexts } from '../interface/define-texts.ts'
import { enFormats as en, zhFormats as zh } from '../interface/formats.ts'

/** What is said of a library that cannot be written to, or that others write to. */
export const texts = defineTexts(
  {
    readOnly: '只读',
    refused: (message: string) => `没有改动：${message}`,
    merged: (added: number, changed: number, removed: number) =>
      `别处改动了这份报告的批注，已合并：${[
        ...(added > 0 ? [`多了 ${zh.number(added)} 条`] : []),
        ...(changed > 0 ? [`改了 ${zh.number(changed)} 条`] : []),
        ...(removed > 0 ? [`少了 ${zh.number(removed)} 条`] : []),
      ].join('，')}`,
    otherText: '别处换了这份报告的文字，已重新打开',
    keptInMemory: '写下的内容还在窗口里，会自动重试。',
  },
  {
    readOnly: 'Read only',
    refused: (message) => `Nothing was changed: ${message}`,
    merged: (added, changed, removed) =>
      `Changed elsewhere and merged: ${[
        ...(added > 0 ? [`${en.count(added, 'note', 'notes')} more`] : []),
        ...(changed > 0 ? [`${en.count(changed, 'note', 'notes')} changed`] : []),
        ...(removed > 0 ? [`${en.count(removed, 'note', 'notes')} gone`] : []),
      ].join(', ')}`,
    otherText: 'The text of this report was replaced elsewhere; it was opened anew',
    keptInMemory: 'What you wrote is kept in the window, and saving is tried again.',
  },
)
