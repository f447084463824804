import { foldGenreWords } from './genre-words.ts'
import { readDate } from './report-date.ts'

const NUMERAL = '[0-9一二三四五六七八九十百零〇]{1,4}'
const SESSION = new RegExp(
  `第?${NUMERAL}届(?:全国)?(?:人民代表大会|人大(?:常委会)?|各族各界人民代表会议)(?:第?${NUMERAL}次(?:全体)?(?:会议|大会))?`,
)
const LEAD = /^[—\-─―–－一（(《，,、：:\s]+|^在/

/** A meeting of a people's congress, and the unit whose congress it is. */
export interface Meeting {
  /** As printed, without white space: 示例市第九届人民代表大会第三次会议. */
  readonly name: string
  /** What stands before 第…届: 示例市, or 市 where the place is left out. */
  readonly place: string
}

/** Reads the meeting out of a line without white space such as ——2024年1月4日在示例市第九届人民代表大会第三次会议上. */
export function readMeeting(line: string): Meeting | null {
  const text = foldGenreWords(line)
  const session = SESSION.exec(text)
  if (session === null) return null
  let from = 0
  const date = readDate(text.slice(0, session.index))
  if (date !== null) from = date.end
  const opening = text.lastIndexOf('在', session.index)
  if (opening >= from) from = opening + 1
  // 于 is a preposition only where 在 is missing: there are counties whose name begins with it.
  else if (text.charAt(from) === '于' && date !== null) from++
  for (let lead = LEAD.exec(text.slice(from)); lead !== null; lead = LEAD.exec(text.slice(from))) from += lead[0].length
  // The words before are the title's when the meeting stands in brackets behind it.
  const bracket = Math.max(text.lastIndexOf('（', session.index), text.lastIndexOf('(', session.index))
  if (bracket >= from) from = bracket + 1
  if (session.index - from > 24 || from > session.index) return null
  return { name: line.slice(from, session.index + session[0].length), place: line.slice(from, session.index) }
}
