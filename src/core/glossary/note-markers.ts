import type { GlossaryEntry, NoteMarker } from '../report/report.ts'
import { type SourceRange, toSourceRange } from '../text/range.ts'
import { toNumber } from './parse-entry-number.ts'

const D = '[0-9０-９]'

interface MarkerRule {
  readonly form: string
  /** First group: the number. */
  readonly pattern: RegExp
  /** Whether the form alone says that it is a marker; others must stand behind the term that they explain. */
  readonly sure: boolean
  readonly example: string
}

/** How a body points to its notes. Four figures in brackets, 〔2011〕, are a document's number. */
export const MARKER_RULES: readonly MarkerRule[] = [
  {
    form: 'bracket',
    pattern: new RegExp(`[\\[［【]\\s?(${D}{1,3})\\s?[\\]］】]`, 'g'),
    sure: true,
    example: '“三项行动”[4]',
  },
  { form: 'tortoise-shell', pattern: new RegExp(`〔(${D}{1,3})〕`, 'g'), sure: true, example: '“三项行动”〔4〕' },
  { form: 'paren', pattern: new RegExp(`[（(](${D}{1,3})[）)]`, 'g'), sure: false, example: '“三项行动”（4）' },
  { form: 'parenthesised', pattern: /([⑴-⒇])/g, sure: false, example: '“三项行动”⑷' },
  { form: 'circled', pattern: /([①-⑳㉑-㉟㊱-㊿])/g, sure: false, example: '“三项行动”④' },
  { form: 'superscript', pattern: /([¹²³⁰⁴-⁹]{1,3})/g, sure: false, example: '“三项行动”⁴' },
  {
    form: 'bare',
    pattern:
      /(?<![\d.．+\-—~～＋－])(\d{1,3})(?![\d.．%％℃°+\-—~～＋－]|[个项年月日号条家万亿余多倍次名户公里米亩所座人级大类种批届])/g,
    sure: false,
    example: '“三项行动”4，',
  },
]

/** Fewer markers than this without a glossary are no notes. */
const RUN = 3

interface Candidate extends SourceRange {
  readonly value: number
  readonly sure: boolean
}

/** Finds the markers in the given ranges of the body and links them to the glossary's entries. */
export function findNoteMarkers(
  text: string,
  body: readonly SourceRange[],
  entries: readonly GlossaryEntry[],
): NoteMarker[] {
  const byNumber = new Map<number, number>()
  entries.forEach((entry, i) => {
    if (entry.number !== null && !byNumber.has(Number(entry.number))) byNumber.set(Number(entry.number), i)
  })
  const terms = entries.map(({ term }) => bare(term ?? ''))
  for (const { pattern, sure, form } of MARKER_RULES) {
    if (!sure && byNumber.size === 0) continue
    const found = body.flatMap((range) => findCandidates(text, range, pattern, sure))
    const kept = sure
      ? keepBrackets(text, found, byNumber)
      : keepBehindTerms(text, found, byNumber, terms, form === 'bare')
    if (kept.length > 0)
      return kept.map(({ start, end, value }) => ({
        start,
        end,
        number: String(value),
        entry: byNumber.get(value) ?? null,
      }))
  }
  return []
}

function findCandidates(text: string, range: SourceRange, pattern: RegExp, sure: boolean): Candidate[] {
  const own = text.slice(range.start, range.end)
  return [...own.matchAll(pattern)].flatMap((match) => {
    const value = toNumber(match[1] ?? '')
    if (value === null || value === 0 || match.index === 0) return []
    const start = range.start + match.index
    return [{ ...toSourceRange(start, start + match[0].length), value, sure }]
  })
}

/** Brackets are markers where the glossary has their numbers, or where they run on from 1. */
function keepBrackets(text: string, found: readonly Candidate[], byNumber: ReadonlyMap<number, number>): Candidate[] {
  const inside = found.filter(({ start }) => !/[。；！？\n]/.test(text.charAt(start - 1)) || byNumber.size > 0)
  const largest = Math.max(0, ...byNumber.keys())
  if (byNumber.size > 0) return inside.filter(({ value }) => value <= largest + 3)
  const values = new Set(inside.map(({ value }) => value))
  let run = 0
  while (values.has(run + 1)) run++
  return run >= RUN ? inside.filter(({ value }) => value <= run + 3) : []
}

/**
 * Numbers that could be anything are markers behind the very term that their entry explains. Where such a form is
 * proved so, those that run on between two proved ones behind a closing quotation mark are markers too.
 */
function keepBehindTerms(
  text: string,
  found: readonly Candidate[],
  byNumber: ReadonlyMap<number, number>,
  terms: readonly string[],
  strict: boolean,
): Candidate[] {
  const proved = found.filter(({ start, value }) => {
    const term = terms[byNumber.get(value) ?? -1]
    return (
      term !== undefined && term.length >= 2 && standsBehind(bare(text.slice(Math.max(0, start - 80), start)), term)
    )
  })
  if (proved.length < 2 || proved.length * 4 < byNumber.size) return []
  const isProved = new Set(proved)
  return found.filter((candidate) => {
    if (isProved.has(candidate)) return true
    const quoted = /[”’」』]/.test(text.charAt(candidate.start - 1))
    if (!byNumber.has(candidate.value) || (strict && !quoted)) return false
    const before = proved.findLast(({ start }) => start < candidate.start)?.value ?? 0
    const after = proved.find(({ start }) => start > candidate.start)?.value ?? Number.POSITIVE_INFINITY
    return quoted && before < candidate.value && candidate.value < after
  })
}

/** Whether a text ends in the term, or in the quoted words that are its heart. */
function standsBehind(before: string, term: string): boolean {
  return before.endsWith(term) || (term.length >= 4 && before.endsWith(term.slice(-4)))
}

function bare(text: string): string {
  return text.replace(/[\s“”"‘’'「」『』]/g, '')
}
