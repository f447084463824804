import { isBodyBlock } from '../report/reading-view.ts'
import type { Report } from '../report/report.ts'
import { foldKey } from '../text/fold.ts'
import { type SourceRange, toSourceRange } from '../text/range.ts'

/** A formula that looks like a coinage and that no known report defines. */
export interface Coinage {
  /** Folded: its identity. */
  readonly key: string
  /** As it first stands in the text, without quotation marks. */
  readonly term: string
  readonly places: readonly SourceRange[]
}

/** One form in which coinages stand in a text. */
export interface CoinageForm {
  readonly name: string
  /** The whole match, or its group `term` where it has one, is the coinage. */
  readonly pattern: RegExp
  readonly example: string
  /** What of the example is the coinage. */
  readonly finds: string
}

const NUMERAL = '[0-9０-９一二三四五六七八九十百千万两双零〇多全新]'

/** Where coinages are looked for; an earlier form takes a place before a later one. */
export const COINAGE_FORMS: readonly CoinageForm[] = [
  {
    name: 'quoted',
    // Short and without a stop inside: what is longer is speech, a title or a slogan.
    pattern: /[“「『"](?<term>[^“”「」『』"，。；：！？、,;:!?\s]{2,12})[”」』"]/gu,
    example: '大力实施“五零一优”行动',
    finds: '五零一优',
  },
  {
    name: 'sum',
    pattern: /(?<![0-9A-Za-z+＋.])[0-9]{1,4}(?:[+＋](?:[0-9]{1,4}|[A-Za-zＮＸ]))+(?![0-9A-Za-z.])/gu,
    example: '完善1+2+N政策体系',
    finds: '1+2+N',
  },
  {
    name: 'numbered pairs',
    // 三高四新, 一主两翼: two or more times a numeral and what it counts.
    pattern:
      /(?<![\p{Script=Han}0-9])(?:[一二三四五六七八九两双](?:高|新|主|翼|圈|带|廊|心|轴|区|极|核|园|化|治|优|强|转|联|通|大|小|特|品|标)){2,4}/gu,
    example: '锚定：三高四新美好蓝图',
    finds: '三高四新',
  },
]

/** What is quoted or counted and known to everybody: plan periods, dates and congresses by number, plain amounts. */
const COMMONPLACE: readonly RegExp[] = [
  /^十[一二三四五六七八九]五$/u,
  /^[0-9０-９.·%％〇零一二三四五六七八九十百千万亿]+$/u,
  /^[A-Za-z]+$/u,
]

/** A quoted word counts as a coinage when it is a formula with a numeral, or when the text quotes it again and again. */
const OFTEN = 2
const HAS_NUMERAL = new RegExp(NUMERAL, 'u')

/**
 * The formulas in a report's body that no headword of the dictionary explains (未解释), the most frequent first, for the
 * reader to define. `isKnown` tells whether a folded key is a headword.
 */
export function findCoinages(
  text: string,
  report: Pick<Report, 'blocks'>,
  isKnown: (key: string) => boolean,
): Coinage[] {
  const found = new Map<string, { term: string; places: SourceRange[] }>()
  for (const block of report.blocks.filter(isBodyBlock))
    for (const range of coinagesIn(text.slice(block.start, block.end), block.start)) {
      const term = text.slice(range.start, range.end)
      const key = foldKey(term)
      if (isKnown(key) || COMMONPLACE.some((pattern) => pattern.test(key))) continue
      const coinage = found.get(key) ?? { term, places: [] }
      coinage.places.push(range)
      found.set(key, coinage)
    }
  return [...found]
    .map(([key, { term, places }]): Coinage => ({ key, term, places }))
    .filter(({ key, places }) => HAS_NUMERAL.test(key) || places.length >= OFTEN)
    .sort((a, b) => b.places.length - a.places.length || (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0))
}

/** The places of all forms in one block, in order, none overlapping another. */
function coinagesIn(text: string, offset: number): SourceRange[] {
  const ranges: SourceRange[] = []
  for (const { pattern } of COINAGE_FORMS)
    for (const match of text.matchAll(pattern)) {
      const term = match.groups?.term ?? match[0]
      const start = offset + match.index + match[0].indexOf(term)
      const range = toSourceRange(start, start + term.length)
      if (ranges.every((other) => other.end <= range.start || range.end <= other.start)) ranges.push(range)
    }
  return ranges.sort((a, b) => a.start - b.start)
}
