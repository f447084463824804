import { COLOR_IDS, type ColorId } from '../../core/annotation/annotation.ts'
import type { ExportChoice, ExportRequest } from '../../core/export/export-choice.ts'
import type { ExportScope } from '../../core/export/scope.ts'

/** The days from which annotations are taken; both belong to it, and an empty one sets no bound. YYYY-MM-DD, as this machine's clock has them. */
export interface DayRange {
  readonly by: 'any' | 'created' | 'modified'
  readonly from: string
  readonly to: string
}

/** What the reader has chosen in the dialog. */
export interface ExportDraft extends Omit<ExportChoice, 'reports'> {
  readonly reports: 'open' | 'chosen' | 'all'
  /** Ids of the reports that were ticked. */
  readonly chosen: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
  readonly days: DayRange
}

/** What the dialog begins with: what was chosen last. */
export function beginDraft(last: ExportChoice, openReport: string | null): ExportDraft {
  return {
    ...last,
    reports: openReport === null ? 'all' : last.reports,
    chosen: new Set(openReport === null ? [] : [openReport]),
    tags: new Set(),
    days: { by: 'any', from: '', to: '' },
  }
}

/** What of a draft is remembered. */
export function toChoice({ template, reports, colors, terms, cite, edition }: ExportDraft, last: ExportChoice) {
  return {
    template,
    // Single reports are of this one time.
    reports: reports === 'chosen' ? last.reports : reports,
    colors,
    terms,
    cite,
    edition,
  } satisfies ExportChoice
}

/** The reports that a draft speaks of, out of all of the library in their order. */
export function reportsOf({ reports, chosen }: ExportDraft, openReport: string | null, all: readonly string[]) {
  if (reports === 'all') return all
  if (reports === 'chosen') return all.filter((id) => chosen.has(id))
  return openReport === null ? [] : [openReport]
}

export function toRequest(draft: ExportDraft, reports: readonly string[]): ExportRequest {
  const { template, terms, cite, edition } = draft
  return {
    reports: [...reports],
    template,
    scope: toScope(draft),
    terms,
    citation: cite === 'none' ? null : { author: cite, edition },
  }
}

function toScope({ colors, tags, days: { by, from, to } }: ExportDraft): ExportScope {
  const first = toMoment(from, 0)
  const after = toMoment(to, 1)
  const isBounded = by !== 'any' && (first !== null || after !== null)
  return {
    ...(colors.length === COLOR_IDS.length ? {} : { colors }),
    ...(tags.size === 0 ? {} : { tags: [...tags] }),
    ...(isBounded
      ? { dates: { by, ...(first === null ? {} : { from: first }), ...(after === null ? {} : { to: after }) } }
      : {}),
  }
}

/** The first moment of a day, or of one so many days later; null where there is no such day. */
function toMoment(day: string, later: number): string | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  if (year === undefined) return null
  const moment = new Date(Number(year), Number(month) - 1, Number(date) + later)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

/** Colours with one more or one less, in the order of the palette. */
export function toggleColor(colors: readonly ColorId[], color: ColorId): readonly ColorId[] {
  return COLOR_IDS.filter((id) => (id === color ? !colors.includes(id) : colors.includes(id)))
}

/** A set with a member put in or taken out. */
export function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next
}
