import { foldGenreWords } from './genre-words.ts'
import type { Opening } from './opening.ts'
import type { Piece } from './piece.ts'

/** A record of a collection, 标题：…发文单位：…正文：, with an abridgement or a note in the place of the report. */
const RECORD_FIELD = /^(?:标题|发文单位|发文时间|备注|来源URL|报告人|正文)[:：]/

/** What headings of the genre speak of. */
const GENRE_HEADING = /工作(?:的)?(?:回顾|总结|安排|任务|重点)|重点(?:工作|任务)|自身建设/

/** A complete speech has several thousand characters. Below this a text is taken for one only on strong evidence. */
const STUB = 1300
const LONG = 4000
const ENOUGH = 3
const ENOUGH_FOR_STUB = 5

/**
 * Whether a text is a work report, by what speaks for it: that it addresses deputies, says whom it speaks for, has a
 * title, is long, has the genre's headings. Everything else is read plainly.
 */
export function isWorkReport(pieces: readonly Piece[], opening: Opening): boolean {
  const characters = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  const heads = pieces.map(({ head }) => foldGenreWords(head))
  const evidence = [
    [opening.isSpeech, 3],
    [heads.some((head) => head.includes('各位代表')), 2],
    [opening.titleIndex !== null, 2],
    [opening.meeting !== null, 1],
    [characters >= LONG, 1],
    [heads.some((head) => head.length <= 40 && GENRE_HEADING.test(head)), 1],
    [heads.filter((head) => RECORD_FIELD.test(head)).length >= 3, -3],
  ] as const
  const weight = evidence.reduce((sum, [found, own]) => sum + (found ? own : 0), 0)
  return weight >= (characters < STUB ? ENOUGH_FOR_STUB : ENOUGH)
}
