import {
  changeFigures,
  changeWidth,
  copyParagraphs,
  cutSentences,
  deleteSentences,
  insertSentences,
  misprint,
  misprintOriginals,
  moveParagraphs,
  putOnAnotherPage,
} from './edits.ts'
import type { Random } from './random.ts'
import { foreignText, joinTracked, type TrackedText, trackText } from './tracked-text.ts'

/** A way in which a text comes in a new version. */
export interface EditKind {
  readonly name: string
  /** `later` is the report of a later year. */
  readonly edit: (text: string, later: string, random: Random) => TrackedText
}

const sentencesOf = (text: string): string[] => cutSentences(trackText(text)).map((sentence) => sentence.text)

/** What happens to texts. */
export const EDIT_KINDS: readonly EditKind[] = [
  { name: 'on another web page', edit: (text) => putOnAnotherPage(trackText(text)) },
  { name: 'punctuation width', edit: (text) => changeWidth(trackText(text)) },
  { name: 'misprints, 1 in 300', edit: (text, _later, random) => misprint(trackText(text), random, 1 / 300) },
  { name: 'misprints, 1 in 60', edit: (text, _later, random) => misprint(trackText(text), random, 1 / 60) },
  { name: 'figures, 1 in 3', edit: (text, _later, random) => changeFigures(trackText(text), random, 1 / 3) },
  {
    name: 'sentences inserted',
    edit: (text, later, random) => insertSentences(trackText(text), random, 0.1, sentencesOf(later)),
  },
  { name: 'sentences deleted', edit: (text, _later, random) => deleteSentences(trackText(text), random, 0.1) },
  { name: 'paragraphs moved', edit: (text, _later, random) => moveParagraphs(trackText(text), random, 0.2) },
  {
    name: 'all of these',
    edit: (text, later, random) => {
      const moved = moveParagraphs(trackText(text), random, 0.1)
      const grown = insertSentences(moved, random, 0.05, [...sentencesOf(text), ...sentencesOf(later)])
      const cut = deleteSentences(grown, random, 0.05)
      return putOnAnotherPage(changeWidth(changeFigures(misprint(cut, random, 1 / 200), random, 0.1)))
    },
  },
  { name: "a later year's report", edit: (_text, later) => foreignText(later) },
]

/** What hardly happens, and is made to mislead: what was marked is gone or damaged, and its like stands elsewhere, intact. */
export const HOSTILE_KINDS: readonly EditKind[] = [
  {
    name: 'own sentences repeated',
    edit: (text, _later, random) => insertSentences(trackText(text), random, 0.1, sentencesOf(text)),
  },
  {
    name: 'copies intact, originals misprinted',
    edit: (text, _later, random) => misprintOriginals(copyParagraphs(trackText(text), random, 0.3), random, 1 / 60),
  },
  {
    name: 'half replaced by a later year',
    edit: (text, later, random) => {
      const grown = insertSentences(trackText(text), random, 0.6, sentencesOf(later))
      return deleteSentences(grown, random, 0.4, true)
    },
  },
  {
    name: 'joined behind a later year',
    edit: (text, later) => joinTracked([foreignText(`${later}\n\n`), trackText(text)]),
  },
]
