import type { GlossaryEntry } from '../report/report.ts'

/** An entry of the report's glossary that explains a term. */
export type TermEntry = GlossaryEntry & { readonly term: string }

/** Quotation marks and white space: what may differ between a term and the place where it is used. */
const NOT_COMPARED = /[“”‘’「」『』＂＇"'\s]/g

/** The entries whose terms stand in one of the quotes, in the glossary's order. Quotation marks, white space and full or half width make no difference. */
export function findQuotedTerms(entries: readonly GlossaryEntry[], quotes: readonly string[]): readonly TermEntry[] {
  const folded = quotes.map(fold)
  return entries.filter((entry): entry is TermEntry => {
    const term = fold(entry.term ?? '')
    return term !== '' && folded.some((quote) => quote.includes(term))
  })
}

function fold(text: string): string {
  return text.replace(NOT_COMPARED, '').normalize('NFKC')
}
