/**
 * Traditional characters of the words by which the parser knows a report, with the simplified ones: one to one, so
 * that positions stay.
 */
const TRADITIONAL = '報會議屆長縣區員們說釋詞註發關於總統現與領導國務產黨'
const SIMPLIFIED = '报会议届长县区员们说释词注发关于总统现与领导国务产党'

const MAP = new Map([...TRADITIONAL].map((char, i) => [char, SIMPLIFIED.charAt(i)]))
const ANY = new RegExp(`[${TRADITIONAL}]`, 'g')

/** Folds the genre's traditional characters to simplified ones; the length stays the same. */
export function foldGenreWords(text: string): string {
  return text.replace(ANY, (char) => MAP.get(char) ?? char)
}

/** 各位代表： and its kin, alone on a line. Tested without white space. */
export const SALUTATION =
  /^(?:尊敬的)?(?:各位(?:代表|委员|同志|领导|来宾|列席人员)|同志们|朋友们|主席团|主席|大会主席团)(?:[、，,和及](?:尊敬的)?(?:各位(?:代表|委员|同志|领导|来宾|列席人员)|同志们|朋友们|列席的?同志们?))*[：:！!，,。]?$/

/** A salutation that runs on into the first sentence. */
export const SALUTATION_RUN_ON = /^各位代表(?:[、，,]同志们)?[：:！!，,](?=.{0,60}(?:我|受).{0,16}(?:代表|委托))/

/** The sentence with which the speech begins. */
export const OPENING_FORMULA = /(?:我|受).{0,16}(?:代表|委托).{0,40}(?:政府|委员会|国务院).{0,30}(?:报告|建议|提出)/

/** What a title says. */
export const TITLE_WORDS = /政府工作的?报告|(?:人民|革命)委员会(?:的)?工作报告|关于政府工作的报告/
