import { type CitedEntry, type CopiedSource, copyTerm } from '../../core/export/copy-term.ts'
import type { DefinitionSource, Headword } from '../../core/glossary/dictionary.ts'
import { copyText } from '../interface/copy-text.ts'
import { textsNow } from '../interface/define-texts.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { useLibrary } from '../library/library-store.ts'
import { useDictionary } from './dictionary-store.ts'
import { texts } from './texts.ts'
import { orderWordings } from './wordings.ts'

/** Copies a term with its wordings, one a line. */
export function copyDefinitions({ term, definitions }: Headword): void {
  const wordings = [...new Set(definitions.map(({ definition }) => definition.trim()))]
  void copyText(wordings.map((wording) => `${term}：${wording}`).join('\n'), textsNow(texts).copied)
}

/** Copies a term as Markdown: its wordings in the card's order, each with those who give it. */
export function copyTermCard(headword: Headword, reportId: string): void {
  const wordings = orderWordings(headword, reportId).map(({ definition, definitions }) => ({
    definition,
    sources: definitions.map(({ source }) => toCopied(source)),
  }))
  void copyText(copyTerm(headword.term, wordings), textsNow(windowTexts).copiedMarkdown)
}

function toCopied(source: DefinitionSource): CopiedSource {
  if (source.by === 'report') return { by: 'report', ...cite(source.reportId, source.number) }
  const cited = useDictionary.getState().readerTerms.find(({ id }) => id === source.id)?.cited
  return { by: 'reader', cited: cited ? cite(cited.reportId, cited.number) : null }
}

function cite(reportId: string, number: string | null): CitedEntry {
  return { report: useLibrary.getState().reports.find(({ id }) => id === reportId) ?? null, number }
}
