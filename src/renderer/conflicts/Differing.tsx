import { compareTexts } from '../../core/text/compare-texts.ts'

/** A text in which the words are tinted that another does not have. */
export function Differing({ text, other }: { readonly text: string; readonly other: string }) {
  return compareTexts(text, other).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are one text, and change together
    piece.differs ? <em key={index}>{piece.text}</em> : <span key={index}>{piece.text}</span>,
  )
}
