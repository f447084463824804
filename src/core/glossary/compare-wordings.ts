import { diffArrays } from 'diff'
import { foldText } from '../text/fold.ts'
import { type SourceRange, toSourceRange } from '../text/range.ts'
import { foldWording } from './wording.ts'

/** A stretch of a definition, and whether another definition says it otherwise. */
export interface WordingPiece {
  readonly text: string
  readonly differs: boolean
}

/** A folded character and where it stands. */
interface PlacedCharacter extends SourceRange {
  readonly character: string
}

/** Definitions further apart than so many characters have nothing in common that is worth showing. */
const MOST_EDITS = 1000

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Cuts `other` into pieces, which in their order are `other` again, and says which of them `own` words differently.
 * Whole words are marked, with the punctuation between two of them; punctuation, width and an opening 指 alone are no
 * difference (see `foldWording`). Characters are compared and not words, because what is a word changes with what
 * stands beside it.
 */
export function compareWordings(own: string, other: string): WordingPiece[] {
  const characters = placeCharacters(other)
  const differs = widenToWords(characters, findAdded(placeCharacters(own), characters))
  const pieces: WordingPiece[] = []
  let at = 0
  for (let first = differs.indexOf(true); first >= 0; ) {
    const after = differs.indexOf(false, first)
    const start = characters[first]?.start ?? at
    const end = characters.at(after < 0 ? -1 : after - 1)?.end ?? start
    if (start > at) pieces.push({ text: other.slice(at, start), differs: false })
    pieces.push({ text: other.slice(start, end), differs: true })
    at = end
    first = after < 0 ? -1 : differs.indexOf(true, after)
  }
  if (at < other.length) pieces.push({ text: other.slice(at), differs: false })
  return pieces
}

/** The characters that make up the words of a definition, without what `foldWording` leaves out. */
function placeCharacters(definition: string): PlacedCharacter[] {
  const { folded, starts, ends } = foldText(definition)
  const placed: PlacedCharacter[] = []
  let unit = 0
  for (const character of folded) {
    const last = unit + character.length - 1
    if (!/[\p{P}\p{S}]/u.test(character))
      placed.push({ ...toSourceRange(starts[unit] ?? 0, ends[last] ?? 0), character })
    unit += character.length
  }
  const opening = placed.length - [...foldWording(definition)].length
  return placed.slice(opening)
}

/** For each character of `other` whether it is missing in `own`. */
function findAdded(own: readonly PlacedCharacter[], other: readonly PlacedCharacter[]): boolean[] {
  const toCharacter = ({ character }: PlacedCharacter): string => character
  const changes = diffArrays(own.map(toCharacter), other.map(toCharacter), { maxEditLength: MOST_EDITS })
  // Nothing comes back where more edits would be needed.
  if (changes === undefined) return other.map(() => true)
  return changes.filter(({ removed }) => !removed).flatMap(({ added, value }) => value.map(() => added))
}

/** A word differs as a whole: 产业 and 企业 share a character and no meaning. So does a single character between two such words. */
function widenToWords(characters: readonly PlacedCharacter[], added: readonly boolean[]): boolean[] {
  const differs: boolean[] = []
  for (const { segment } of words.segment(characters.map(({ character }) => character).join(''))) {
    const length = [...segment].length
    const changed = added.slice(differs.length, differs.length + length).includes(true)
    for (let i = 0; i < length; i++) differs.push(changed)
  }
  return differs.map((changed, i) => changed || (differs[i - 1] === true && differs[i + 1] === true))
}
