import { z } from 'zod'
import { assertNever } from '../assert-never.ts'
import { resolvePlace } from '../gazetteer/resolve-place.ts'
import { isBodyBlock } from '../report/reading-view.ts'
import type { Report, ReportMetadata } from '../report/report.ts'
import { parseAnyNumber } from '../text/chinese-number.ts'
import { sliceRange } from '../text/range.ts'
import { squeeze } from '../text/white-space.ts'
import type { CorrectedField, FieldCorrection } from './correction.ts'

/** Reports are older than the republic in places, and plan no more than a few years. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

const isoDate = z.iso.date()

/**
 * Replaces what is known about a report by what the reader says. A value that its field cannot have is passed over. The
 * place follows a corrected region, and what the parser doubted about a corrected field is doubted no more.
 */
export function correctFields(text: string, report: Report, corrections: readonly FieldCorrection[]): Report {
  let metadata = report
  const fields = new Set<CorrectedField>()
  for (const { field, value } of corrections) {
    const told = readField(field, value)
    if (told === null) continue
    metadata = { ...metadata, ...told }
    fields.add(field)
  }
  return {
    ...metadata,
    place: fields.has('region') ? findPlace(text, metadata) : metadata.place,
    // A doubt's code begins with the field that it speaks of: year-masked, region-unknown.
    diagnostics: report.diagnostics.filter(({ code }) => ![...fields].some((field) => code.startsWith(`${field}-`))),
  }
}

/** A value as its field holds it; null where it cannot. */
function readField(field: CorrectedField, value: string | null): Partial<ReportMetadata> | null {
  switch (field) {
    case 'year':
      return value === null ? { year: null } : readYear(value)
    case 'delivered':
      return value === null || isoDate.safeParse(value).success ? { delivered: value } : null
    case 'title':
    case 'region':
    case 'meeting':
    case 'speaker':
      return { [field]: value }
    default:
      return assertNever(field)
  }
}

function readYear(value: string): { readonly year: number } | null {
  const year = parseAnyNumber(value.trim().replace(/\s*年$/, ''))
  return year === null || year < FIRST_YEAR || year > LAST_YEAR ? null : { year }
}

function findPlace(text: string, report: Report): Report['place'] {
  const { region, title, meeting, blocks } = report
  if (region === null) return null
  const bylines = blocks.filter(({ kind }) => kind === 'byline' || kind === 'title')
  return resolvePlace(squeeze(region), {
    meeting: meeting === null ? null : squeeze(meeting),
    titles: title === null ? [] : [squeeze(title)],
    fileName: null,
    bylines: bylines.map((block) => squeeze(sliceRange(text, block))),
    text: blocks
      .filter(isBodyBlock)
      .map((block) => sliceRange(text, block))
      .join('\n'),
  })
}
