import { foldGenreWords } from './genre-words.ts'

const OFFICE =
  '(?:省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|政府主席|自治区主席|代主席|代理主席|自治区人民政府主席|行政长官|总理|专员|管委会主任)'
const NAME = '(?:\\p{Script=Han}{2,4}|\\p{Script=Han}{1,10}(?:[·•．・‧]\\p{Script=Han}{1,10}){1,3})'
const OFFICE_THEN_NAME = new RegExp(`^.{0,40}${OFFICE}(?:（?代）?)?[:：、,，]?(${NAME})(?:同志)?[）)]?$`, 'u')
const OFFICE_AND_PLACE = new RegExp(`${OFFICE}(${NAME.replaceAll('{2,4}', '{2,4}?')})在.{2,30}届`, 'u')
const GIVES_REPORT = /(?:同志)?[作做](?:了)?《?政府工作(?:的)?报告》?(?:的讲话)?[。.]?$/
const NAME_ALONE = new RegExp(`^[（(]?(${NAME})(?:同志)?[）)]?$`, 'u')
const OFFICE_ALONE = new RegExp(`^.{0,30}${OFFICE}[:：]?$`, 'u')
/** Two to four characters that stand alone on a line near a title and are no name. */
const NO_NAME =
  /^的|讲话|报告$|^(?:政府|工作|报告|正文|目录|前言|首页|打印|各位|代表|同志|来源|时间|摘要|附件|全文|审议稿|草案|讨论稿|送审稿|会议上|次会议|上|通过|审议|批准)/

/**
 * The speaker's name in a line without white space: 示例市人民政府市长某某, 代县长：某某, 市长某某作政府工作报告, 市长某某在…届….
 * Null where no office is named.
 */
export function readSpeaker(line: string): string | null {
  // A question mark is what a broken encoding left of a space. The date may stand behind the name in brackets.
  const words = foldGenreWords(line.replace(/[?？]/g, ''))
    .replace(/[（(][^（）()]*日[）)]$/, '')
    .replace(GIVES_REPORT, '')
  return OFFICE_THEN_NAME.exec(words)?.[1] ?? OFFICE_AND_PLACE.exec(words)?.[1] ?? null
}

/** The name in a picture's caption: 某某作政府工作报告. */
export function readCaptionSpeaker(line: string): string | null {
  return GIVES_REPORT.test(line) ? readLoneName(line.replace(GIVES_REPORT, '')) : null
}

/** A line that may be nothing but a name; to be believed only beside the line of the meeting. */
export function readLoneName(line: string): string | null {
  const name = NAME_ALONE.exec(line)?.[1] ?? null
  return name === null || NO_NAME.test(name) ? null : name
}

/** An office without a name: 示例市人民政府市长. */
export function isOfficeAlone(line: string): boolean {
  return OFFICE_ALONE.test(foldGenreWords(line))
}

/** Date and name in brackets behind a title that a collection made: 示例市政府工作报告（2023年1月4日 某某）. */
export function readTitleSuffix(title: string): string | null {
  const name = new RegExp(
    `[（(](?:[^（）()]*日)?\\s*(${NAME}|\\p{Script=Han}\\s\\p{Script=Han})\\s*[）)]\\s*$`,
    'u',
  ).exec(title)
  const found = name?.[1]?.replace(/\s/g, '') ?? null
  return found === null || NO_NAME.test(found) || /[年月日届次]/.test(found) ? null : found
}
