import { buildDictionary } from '../src/core/glossary/dictionary.ts'
import { compileTermMatcher } from '../src/core/glossary/term-matcher.ts'
import { parseReport } from '../src/core/report/parse-report.ts'
import { toSourceRange } from '../src/core/text/range.ts'
import { makeTerms } from './made-terms.ts'
import { measureMarkJs } from './mark-js.ts'
import { showSpread, spreadOf, timeOf } from './median.ts'
import { benchReports, medianText } from './reports.ts'

// `npm run bench`: what parsing and matching cost, as ratios against a peer or against themselves on ten times as much,
// all in one run. Figures in milliseconds are median (minimum–maximum).

const reports = benchReports()
const text = medianText(reports)
const real = buildDictionary(
  reports.map((each, index) => ({
    reportId: String(index),
    glossary: parseReport(each.text, each.hints).glossary,
  })),
).map(({ term }) => term)
const terms = [...new Set([...real, ...makeTerms(10_000)])].slice(0, 10_000)

const rows: [what: string, figure: string][] = []
const row = (what: string, figure: string) => rows.push([what, figure])
const range = (of: string) => toSourceRange(0, of.length)

const parsing = reports.map((each) => timeOf(() => parseReport(each.text, each.hints), 3).median)
const characters = reports.reduce((sum, { text: each }) => sum + each.length, 0)
const bytes = reports.reduce((sum, { text: each }) => sum + Buffer.byteLength(each), 0)
const total = parsing.reduce((sum, each) => sum + each, 0)
row(
  `parse ${reports.length} reports, ${(characters / 1e6).toFixed(1)} million characters`,
  `${(bytes / 1e3 / total).toFixed(1)} MB/s`,
)
row('  one report, ms', showSpread(spreadOf(parsing)))

const small = compileTermMatcher(terms.slice(0, 1000))
const large = compileTermMatcher(terms)
const tenfold = text.repeat(10)
const onText = timeOf(() => large(text, range(text)))
const onTenfold = timeOf(() => large(tenfold, range(tenfold)))
const fewTerms = timeOf(() => small(text, range(text)))
row(`compile 10,000 terms (${real.length} of them real), ms`, showSpread(timeOf(() => compileTermMatcher(terms))))
row(`match 10,000 terms on ${text.length} characters, ms`, showSpread(onText))
row('  ten times the text: ratio', (onTenfold.median / onText.median).toFixed(2))
row('  ten times the terms: ratio', (onText.median / fewTerms.median).toFixed(2))

// Terms that stand in the text, as a report's own do: words of four characters from all over it.
const page = text.slice(0, 15_000)
const standing = Array.from({ length: 300 }, (_, index) => page.slice(index * 49, index * 49 + 4).trim())
const markJs = await measureMarkJs(page, standing)
const withStanding = compileTermMatcher([...standing, ...terms].slice(0, 10_000))
const ours = timeOf(() => withStanding(page, range(page)))
row('mark.js, one call, 300 terms on 15,000 characters, ms', showSpread(markJs))
row('matcher, 10,000 terms with these 300 among them, ms', showSpread(ours))
row('  time per term, mark.js : matcher', `${(markJs.median / 300 / (ours.median / 10_000)).toFixed(0)} : 1`)

const width = Math.max(...rows.map(([what]) => what.length))
for (const [what, figure] of rows) console.log(`${what.padEnd(width)}  ${figure}`)
