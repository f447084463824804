import { useMemo } from 'react'
import { compareQuotes, type QuotePiece } from '../../core/annotation/compare-quotes.ts'
import { elide } from './elide.ts'

interface QuoteChangesProps {
  readonly before: string
  readonly after: string
  /** Whether of a long stretch that is the same only its ends are shown. */
  readonly folded: boolean
}

/** The words at a place, and how they differ from those that were marked: struck out what is gone, underlined what is new. */
export function QuoteChanges({ before, after, folded }: QuoteChangesProps) {
  const pieces = useMemo(() => compareQuotes(before, after), [before, after])
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are one text, and change together
  return pieces.map((piece, index) => <Piece key={index} piece={piece} folded={folded} />)
}

function Piece({ piece: { text, change }, folded }: { readonly piece: QuotePiece; readonly folded: boolean }) {
  if (change === 'removed') return <del>{text}</del>
  return change === 'added' ? <ins>{text}</ins> : <span>{folded ? elide(text) : text}</span>
}
