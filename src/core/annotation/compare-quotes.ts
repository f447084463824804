import { diffArrays } from 'diff'

/** A stretch of the one quote or the other, or of both. */
export interface QuotePiece {
  readonly text: string
  readonly change: 'same' | 'removed' | 'added'
}

/** Quotes further apart than so many steps have nothing in common that is worth showing. */
const MOST_EDITS = 400

/** What is compared as a whole: a figure with its decimals and its unit sign, a Latin word, any other character. */
const TOKEN = /\d+(?:[.,．，:∶]\d+)*[%％‰]?|[A-Za-z]+|[\s\S]/gu

/** What is the same between two differences and no longer than this says nothing: the eye takes the three as one. */
const LONGEST_ISLAND = 1

/**
 * How the words at a place differ from those that were marked: pieces that, without the added ones, are `before` again,
 * and without the removed ones `after`. Of two that differ at one place the removed one stands first.
 */
export function compareQuotes(before: string, after: string): QuotePiece[] {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS })
  // Nothing comes back where more edits would be needed.
  if (changes === undefined) return joinPieces([piece(before, 'removed'), piece(after, 'added')])
  const pieces = changes.map(({ added, removed, value }) =>
    piece(value.join(''), added ? 'added' : removed ? 'removed' : 'same'),
  )
  return joinPieces(withoutIslands(pieces))
}

function piece(text: string, change: QuotePiece['change']): QuotePiece {
  return { text, change }
}

function tokensOf(quote: string): string[] {
  return quote.match(TOKEN) ?? []
}

/** Counts a character that stands alone between two differences with them. */
function withoutIslands(pieces: readonly QuotePiece[]): QuotePiece[] {
  return pieces.flatMap((each, index) => {
    const isIsland =
      each.change === 'same' &&
      [...each.text].length <= LONGEST_ISLAND &&
      !/[\p{P}\s]/u.test(each.text) &&
      index > 0 &&
      index < pieces.length - 1
    return isIsland ? [piece(each.text, 'removed'), piece(each.text, 'added')] : [each]
  })
}

/** One piece of each kind between two that are the same: what was removed, then what was added. */
function joinPieces(pieces: readonly QuotePiece[]): QuotePiece[] {
  const joined: QuotePiece[] = []
  let removed = ''
  let added = ''
  const end = () => {
    if (removed !== '') joined.push(piece(removed, 'removed'))
    if (added !== '') joined.push(piece(added, 'added'))
    removed = added = ''
  }
  for (const { text, change } of pieces) {
    if (change === 'removed') removed += text
    else if (change === 'added') added += text
    else {
      end()
      if (text !== '') joined.push(piece(text, 'same'))
    }
  }
  end()
  return joined
}
