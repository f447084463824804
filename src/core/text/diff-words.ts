import { diffArrays } from 'diff'

/** A stretch of two texts: in both, in the first alone, or in the second alone. */
export interface DiffPiece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Texts further apart than so many words have nothing in common that is worth showing. */
const MOST_EDITS = 2000

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * What makes one text of another, word by word. The pieces that are `same` or `gone` are the first text in its order,
 * those that are `same` or `new` the second.
 */
export function diffWords(before: string, after: string): DiffPiece[] {
  const cut = (text: string) => Array.from(words.segment(text), ({ segment }) => segment)
  const changes = diffArrays(cut(before), cut(after), { maxEditLength: MOST_EDITS })
  const pieces: DiffPiece[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? 'new' : removed ? 'gone' : 'same',
        text: value.join(''),
      }))
    : [
        { kind: 'gone', text: before },
        { kind: 'new', text: after },
      ]
  return pieces.filter(({ text }) => text !== '')
}
