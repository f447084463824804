import { matchFurniture } from './furniture-rules.ts'
import { foldGenreWords, OPENING_FORMULA, SALUTATION, SALUTATION_RUN_ON, TITLE_WORDS } from './genre-words.ts'
import { type Meeting, readMeeting } from './meeting.ts'
import { readOrdinal } from './ordinal.ts'
import type { Piece } from './piece.ts'
import type { BlockKind } from './report.ts'
import { type ReportDate, readDate } from './report-date.ts'
import { isOfficeAlone, readCaptionSpeaker, readLoneName, readSpeaker, readTitleSuffix } from './speaker.ts'

/** What stands above the speech, and where the speech begins. */
export interface Opening {
  /** Roles of the pieces above the speech that belong to the report; the others are not named here. */
  readonly roles: ReadonlyMap<number, BlockKind>
  /** Index of the first piece of the speech itself (the salutation, or what stands in its place). */
  readonly bodyStart: number
  readonly titleIndex: number | null
  readonly meeting: Meeting | null
  readonly date: ReportDate | null
  readonly speaker: string | null
  /** Whether salutation or opening formula were found: the text says itself that it is a speech. */
  readonly isSpeech: boolean
}

/** A speech that does not begin within so many lines has no opening: what comes later is inside another one. */
const OPENING_LINES = 150

/** Finds title, meeting, date, speaker and salutation by where they stand to each other. */
export function findOpening(pieces: readonly Piece[]): Opening {
  const anchor = findAnchor(pieces)
  const bodyStart = anchor ?? findFirstContent(pieces)
  const titleIndex = findTitle(pieces, bodyStart)
  const roles = new Map<number, BlockKind>()
  if (titleIndex !== null) roles.set(titleIndex, 'title')
  const found = readBylines(pieces, (titleIndex ?? -1) + 1, bodyStart, roles)
  const ownLine = titleIndex === null ? '' : (pieces[titleIndex]?.head ?? '')
  return {
    roles,
    bodyStart,
    titleIndex,
    // 政府工作报告——2024年1月4日在…会议上: meeting and date may stand in the title's own line.
    meeting: found.meeting ?? readMeeting(ownLine),
    date: found.date ?? readDate(ownLine),
    speaker: found.speaker,
    isSpeech: anchor !== null,
  }
}

/** The salutation; where it is missing, the sentence that opens the speech. */
function findAnchor(pieces: readonly Piece[]): number | null {
  const near = pieces.slice(0, OPENING_LINES)
  const salutation = near.findIndex(({ head, length }) => {
    const folded = foldGenreWords(head)
    return (length <= 40 && SALUTATION.test(folded) && /代表|同志|委员/.test(folded)) || SALUTATION_RUN_ON.test(folded)
  })
  const formula = near.findIndex(({ head }) => {
    const folded = foldGenreWords(head.slice(0, 120))
    return OPENING_FORMULA.test(folded) && !TITLE_WORDS.test(folded.slice(0, 12))
  })
  // A salutation far below the formula is one of those that begin a paragraph of the speech.
  if (salutation >= 0 && (formula < 0 || salutation <= formula + 1)) return salutation
  return formula >= 0 ? formula : null
}

/** Where a text without salutation begins: its first heading or first real paragraph. */
function findFirstContent(pieces: readonly Piece[]): number {
  const found = pieces.findIndex(
    ({ head, length }) =>
      length >= 80 || (readOrdinal(head) !== null && length <= 60) || (length >= 15 && /[。！]$/.test(head)),
  )
  return found < 0 ? pieces.length : found
}

/** The title is the last line above the speech that reads like one: sidebars and abstracts stand before it. */
function findTitle(pieces: readonly Piece[], bodyStart: number): number | null {
  for (let i = Math.min(bodyStart, pieces.length) - 1; i >= 0; i--) {
    const piece = pieces[i]
    if (piece !== undefined && isTitle(piece)) return i
  }
  return null
}

function isTitle({ head, length }: Piece): boolean {
  if (length > 70) return false
  const text = foldGenreWords(head)
  if (!TITLE_WORDS.test(text) || readOrdinal(head) !== null || matchFurniture(head, length, true) !== null) return false
  return !/[。；;！？]|作《?政府工作报告|^(?:标题|相关)[:：]?|名词|解释|注释|[，,].*(?:上|日)[，,]/.test(text)
}

interface Bylines {
  meeting: Meeting | null
  date: ReportDate | null
  speaker: string | null
}

function readBylines(pieces: readonly Piece[], from: number, to: number, roles: Map<number, BlockKind>): Bylines {
  const found: Bylines = { meeting: null, date: null, speaker: null }
  const lone: number[] = []
  for (let i = from; i < to; i++) {
    const piece = pieces[i]
    if (piece === undefined || piece.length > 90 || readOrdinal(piece.head) !== null) continue
    const next = pieces[i + 1]
    // The meeting may be broken over two lines: …人民代表大会 / 第三次会议上.
    const isBroken =
      next !== undefined &&
      i + 1 < to &&
      (/^第?.{1,4}次会议/.test(next.head) || (/^第?.{1,4}届/.test(next.head) && readDate(piece.head) !== null))
    const joined = isBroken ? piece.head + next.head : piece.head
    const meeting = readMeeting(joined)
    if (meeting !== null && found.meeting === null) {
      found.meeting = meeting
      found.date = readDate(joined) ?? found.date
      roles.set(i, 'byline')
      if (isBroken) roles.set(i + 1, 'byline')
      // The name may follow in the same line: …会议上 市长 某某.
      const after = joined.slice(joined.indexOf(meeting.name) + meeting.name.length).replace(/^[上）)]+/, '')
      found.speaker ??= readSpeaker(after) ?? readLoneName(after) ?? readSpeaker(joined)
    } else if (roles.has(i)) {
      // The second line of the meeting.
    } else if (readSpeaker(piece.head) !== null) {
      found.speaker ??= readSpeaker(piece.head)
      found.date ??= readDate(piece.head)
      roles.set(i, 'byline')
    } else if (DATE_AND_NAME.test(piece.head) && readTitleSuffix(piece.head) !== null) {
      found.speaker ??= readTitleSuffix(piece.head)
      found.date ??= readDate(piece.head)
      roles.set(i, 'byline')
    } else if (isOfficeAlone(piece.head)) {
      roles.set(i, 'byline')
      const name = next !== undefined && i + 1 < to ? readLoneName(next.head) : null
      if (name !== null) {
        found.speaker ??= name
        roles.set(i + 1, 'byline')
      }
    } else if (isDateAlone(piece.head)) {
      found.date ??= readDate(piece.head)
      roles.set(i, 'byline')
    } else if (readLoneName(piece.head) !== null && matchFurniture(piece.head, piece.length, true) === null)
      lone.push(i)
  }
  // A name without an office is believed only where a meeting or a date stands above the speech too.
  const name = found.meeting === null && found.date === null ? undefined : lone.at(-1)
  if (name !== undefined && found.speaker === null) {
    found.speaker = readLoneName(pieces[name]?.head ?? '')
    roles.set(name, 'byline')
  }
  for (let i = from; i < to && found.speaker === null; i++) found.speaker = readCaptionSpeaker(pieces[i]?.head ?? '')
  return found
}

/** （2012年1月10日 某某） */
const DATE_AND_NAME = /^[（(][^（）()]{6,20}日[^（）()]{2,12}[）)]$/

/** （2012年1月10日）: the date of the speech. Dates in figures alone (2012-01-10) are a web page's. */
function isDateAlone(head: string): boolean {
  const date = readDate(head)
  return (
    date !== null &&
    /^[（(—\-─―–－]*$/.test(head.slice(0, date.at)) &&
    /^(?:上午|下午)?[）)]?$/.test(head.slice(date.end))
  )
}
