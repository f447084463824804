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
} from '../../src/core/annotation/testing/edits.ts'
import type { Random } from '../../src/core/annotation/testing/random.ts'
import {
  foreignText,
  joinTracked,
  type TrackedText,
  trackText,
} from '../../src/core/annotation/testing/tracked-text.ts'
import { reencode } from './reencode.ts'

/** A way in which a text comes in a new version. */
export interface EditKind {
  readonly name: string
  /** `later` is a later report of the same city. */
  readonly edit: (text: string, later: string, random: Random) => TrackedText
}

const sentencesOf = (text: string): string[] => cutSentences(trackText(text)).map((sentence) => sentence.text)

/** The kinds of the evaluation. */
export const EDIT_KINDS: readonly EditKind[] = [
  { name: 're-encoded (GBK, BOM, CRLF)', edit: (text) => reencode(text) },
  { name: 'on another web page', edit: (text) => putOnAnotherPage(trackText(text)) },
  { name: 'punctuation width', edit: (text) => changeWidth(trackText(text)) },
  { name: 'misprints, 1 in 300', edit: (text, _later, random) => misprint(trackText(text), random, 1 / 300) },
  { name: 'misprints, 1 in 60', edit: (text, _later, random) => misprint(trackText(text), random, 1 / 60) },
  { name: 'figures, 1 in 3', edit: (text, _later, random) => changeFigures(trackText(text), random, 1 / 3) },
  {
    name: 'own sentences inserted',
    edit: (text, _later, random) => insertSentences(trackText(text), random, 0.1, sentencesOf(text)),
  },
  {
    name: 'later sentences inserted',
    edit: (text, later, random) => insertSentences(trackText(text), random, 0.1, sentencesOf(later)),
  },
  {
    name: 'paragraphs copied, misprints',
    edit: (text, _later, random) => copyParagraphs(misprint(trackText(text), random, 1 / 60), random, 0.3),
  },
  {
    name: 'copies intact, misprints in place',
    edit: (text, _later, random) => misprintOriginals(copyParagraphs(trackText(text), random, 0.3), random, 1 / 60),
  },
  { name: 'sentences deleted', edit: (text, _later, random) => deleteSentences(trackText(text), random, 0.1) },
  { name: 'paragraphs moved', edit: (text, _later, random) => moveParagraphs(trackText(text), random, 0.2) },
  {
    name: 'all of these',
    edit: (text, later, random) => {
      const moved = moveParagraphs(trackText(text), random, 0.1)
      const cut = deleteSentences(moved, random, 0.05)
      const grown = insertSentences(cut, random, 0.05, [...sentencesOf(text), ...sentencesOf(later)])
      return putOnAnotherPage(changeWidth(changeFigures(misprint(grown, random, 1 / 200), random, 0.1)))
    },
  },
  {
    name: 'half replaced by a later year',
    edit: (text, later, random) => {
      const half = deleteSentences(trackText(text), random, 0.4)
      return insertSentences(half, random, 0.6, sentencesOf(later))
    },
  },
  {
    name: 'joined with a later year',
    edit: (text, later) => joinTracked([foreignText(`${later}\n\n`), trackText(text)]),
  },
  { name: "a later year's report", edit: (_text, later) => foreignText(later) },
]
