import { diffArrays } from 'diff'

/** A stretch of a text, and whether the text that it is compared with has something else there. */
export interface TextPiece {
  readonly text: string
  readonly differs: boolean
}

/** Texts further apart than so many words have nothing in common that is worth showing. */
const MOST_EDITS = 1000

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Cuts `text` into pieces, which in their order are `text` again, and says which of them `other` does not have. Words
 * are compared, and what stands between them; nothing is left out, as it is where definitions are compared.
 */
export function compareTexts(text: string, other: string): TextPiece[] {
  const [here, there] = [wordsOf(text), wordsOf(other)]
  const changes = diffArrays(there, here, { maxEditLength: MOST_EDITS })
  // Nothing comes back where more edits would be needed.
  if (changes === undefined) return [{ text, differs: true }]
  return changes
    .filter(({ removed }) => !removed)
    .map(({ added, value }) => ({ text: value.join(''), differs: added }))
    .filter((piece) => piece.text !== '')
}

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment)
}
