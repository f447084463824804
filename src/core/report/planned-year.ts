import type { ReportDate } from './report-date.ts'

/** A year that a line speaks for, and how much that counts. */
interface YearRule {
  readonly name: string
  /** First group: the year. */
  readonly pattern: RegExp
  /** What is added to the year: a review of 2023 opens a report that plans 2024. */
  readonly add: 0 | 1
  readonly weight: number
  /** Headings and lead sentences only, or any paragraph's beginning. */
  readonly where: 'heading' | 'text' | 'title'
  readonly example: string
}

const Y = '((?:19|20)\\d{2})年?'

/** What tells the year that a report plans, a row for each kind of evidence. */
export const YEAR_RULES: readonly YearRule[] = [
  {
    name: 'plan-heading',
    pattern: new RegExp(
      `${Y}[^，。至到]{0,12}(?:工作安排|工作建议|重点工作|重点任务|工作打算|工作任务|目标任务|主要任务|总体要求|工作部署|发展目标|发展思路|工作重点|工作思路|预期目标|工作的总体|工作总体|政府工作$)`,
    ),
    add: 0,
    weight: 6,
    where: 'heading',
    example: '二、2024年重点工作',
  },
  {
    name: 'review-heading',
    pattern: new RegExp(`${Y}[^，。]{0,14}(?:回顾|总结|主要成就|发展成就|成绩)`),
    add: 1,
    weight: 4,
    where: 'heading',
    example: '一、2023年工作回顾',
  },
  {
    name: 'target',
    pattern: new RegExp(
      `${Y}[^，。：:]{0,16}(?:预期目标|总体要求|总体思路|主要目标|工作思路|指导思想)[^，。]{0,6}(?:是|为|：|:)`,
    ),
    add: 0,
    weight: 4,
    where: 'text',
    example: '2024年经济社会发展的主要预期目标是：',
  },
  {
    name: 'this-year',
    pattern: new RegExp(`^${Y}[，,]?(?:将?是|也是)[^。]{0,60}(?:之年|一年|年份|元年|开局|五年)`),
    add: 0,
    weight: 2,
    where: 'text',
    example: '2024年是实施规划的攻坚之年',
  },
  {
    name: 'past-year',
    pattern: new RegExp(`(?:刚刚过去的|即将过去的|过去的|过去一年|回顾)${Y}`),
    add: 1,
    weight: 2,
    where: 'text',
    example: '刚刚过去的2023年',
  },
  { name: 'title', pattern: new RegExp(Y), add: 0, weight: 3, where: 'title', example: '2024年示例市政府工作报告' },
]

export interface YearEvidence {
  readonly title: string | null
  readonly date: ReportDate | null
  /** Headings without white space. */
  readonly headings: readonly string[]
  /** Beginnings of the paragraphs, without white space. */
  readonly paragraphs: readonly string[]
}

/** A date from December on, and often from November, belongs to a report on the year to come. */
const NEXT_YEAR_FROM = 11

/**
 * The year that a report plans, by the sum of what speaks for each. With a date only its own year and the next can be
 * meant, whatever a title says. Null where nothing tells.
 */
export function readPlannedYear({ title, date, headings, paragraphs }: YearEvidence): number | null {
  const votes = new Map<number, number>()
  const vote = (year: number, weight: number): void => {
    if (date !== null && date.year !== null && year !== date.year && year !== date.year + 1) return
    votes.set(year, (votes.get(year) ?? 0) + weight)
  }
  if (date !== null && date.year !== null) vote(date.year + (date.month >= NEXT_YEAR_FROM ? 1 : 0), 5)
  const lines = { heading: headings, text: paragraphs, title: title === null ? [] : [title] }
  for (const { pattern, add, weight, where } of YEAR_RULES) {
    const years = lines[where].flatMap((line) => {
      const match = pattern.exec(line)
      return match?.[1] === undefined ? [] : [Number(match[1]) + add]
    })
    // Of several years in headings of one kind the latest is meant: 2017年主要任务 looks back in a plan for 2018.
    if (where === 'heading') {
      if (years.length > 0) vote(Math.max(...years), weight)
    } else for (const year of new Set(years)) vote(year, weight)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return best?.[0] ?? null
}
