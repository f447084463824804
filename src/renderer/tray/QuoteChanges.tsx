import { useMemo } from 'react'
import { compareQuotes } from '../../core/annotation/compare-quotes.ts'

interface QuoteChangesProps {
  readonly before: string
  readonly after: string
}

/** The words at a place, and how they differ from those that were marked: struck out what is gone, underlined what is new. */
export function QuoteChanges({ before, after }: QuoteChangesProps) {
  const pieces = useMemo(() => compareQuotes(before, after), [before, after])
  return pieces.map(({ text, change }, index) => {
    // The pieces are one text, and change together.
    const key = `${index} ${change}`
    if (change === 'removed') return <del key={key}>{text}</del>
    return change === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
  })
}
