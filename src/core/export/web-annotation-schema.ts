import { z } from 'zod'
import { COLOR_IDS, LONGEST_NOTE, noteSchema } from '../annotation/annotation.ts'
import { versionIdSchema } from '../lineage/line-schema.ts'
import { fromAnnotationIri, fromReportIri } from './annotation-iri.ts'

/** What a file may hold at most, so that no file can bring the program down. Far more than a library of 3,000 reports. */
export const WEB_ANNOTATION_BOUNDS = {
  /** Characters of the file. */
  file: 256 * 1024 * 1024,
  annotations: 500_000,
  /** Characters of a quote: the longest text that is read is a few million. */
  quote: 20_000_000,
  /** Characters before and after the quote. */
  context: 10_000,
  headings: 100,
  heading: 20_000,
  bodies: 1000,
  /** Names of earlier versions, and versions in conflict. */
  versions: 1000,
  /** What follows has to have a name too (see `isVersionId`). No note is changed a hundred million times. */
  revision: 100_000_000,
} as const

const { quote, context, headings, heading, bodies, versions } = WEB_ANNOTATION_BOUNDS

/** JSON-LD lets one value stand for a list of one. */
const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess((value) => (Array.isArray(value) || value === undefined ? value : [value]), z.array(item).max(most))

const offset = z.number().int().nonnegative()
const typeIs = (name: string) => listOf(z.string(), 10).refine((types) => types.includes(name))

const textualBody = z.object({
  type: typeIs('TextualBody'),
  value: z.string().max(LONGEST_NOTE),
  purpose: z.string().max(100).optional(),
  // HTML would have to be turned into Markdown, and would not come back as it was.
  format: z.enum(['text/markdown', 'text/plain']).optional(),
})

/** A selector of any kind; what its kind demands is asked for below. */
const selector = z.looseObject({ type: z.string().max(100) })
const positionSelector = z.object({ start: offset, end: offset }).refine(({ start, end }) => start < end)
const quoteSelector = z.object({
  exact: z.string().min(1).max(quote),
  prefix: z.string().max(context).optional(),
  suffix: z.string().max(context).optional(),
})

const SELECTORS = {
  TextQuoteSelector: quoteSelector,
  TextPositionSelector: positionSelector,
  CodeUnitPositionSelector: positionSelector,
} as const

const selectors = listOf(selector, 20).transform((list, refinement) => {
  const pick = <T>(type: keyof typeof SELECTORS, schema: z.ZodType<T>): T | null => {
    const at = list.findIndex((each) => each.type === type)
    if (at < 0) return null
    const parsed = schema.safeParse(list[at])
    if (parsed.success) return parsed.data
    for (const { path, message, code } of parsed.error.issues)
      refinement.addIssue({ code: 'custom', path: [at, ...path], message, params: { code } })
    return null
  }
  const found = {
    quote: pick('TextQuoteSelector', SELECTORS.TextQuoteSelector),
    codePoints: pick('TextPositionSelector', SELECTORS.TextPositionSelector),
    codeUnits: pick('CodeUnitPositionSelector', SELECTORS.CodeUnitPositionSelector),
  }
  return found
})

/** A point in time, in UTC as Meipi keeps it. */
const time = z.iso
  .datetime({ offset: true })
  .transform((told) => (told.endsWith('Z') ? told : toUtc(told)))
  // The last hours of the year 9999 are of the year 10000 in UTC, which has no such form.
  .pipe(z.iso.datetime())

function toUtc(told: string): string {
  return new Date(told).toISOString()
}

const target = z.object({
  source: z
    .preprocess((value) => z.object({ id: z.string() }).safeParse(value).data?.id ?? value, z.string().max(200))
    .transform((iri, refinement) => {
      const reportId = fromReportIri(iri)
      if (reportId === null) refinement.addIssue({ code: 'custom' })
      return reportId ?? ''
    }),
  selector: selectors,
  textHash: z.string().max(200).optional(),
  sectionPath: z.array(z.string().max(heading)).max(headings).optional(),
})

/** What an annotation says, apart from which one it is. */
const version = {
  modified: time.optional(),
  revision: z.number().int().positive().max(WEB_ANNOTATION_BOUNDS.revision).optional(),
  color: z.enum(COLOR_IDS).optional(),
  deleted: z.boolean().optional(),
  bodyValue: noteSchema.optional(),
  body: listOf(textualBody, bodies).optional(),
  target: listOf(target, 1).transform((list, refinement) => {
    const [only] = list
    if (only) return only
    refinement.addIssue({ code: 'custom' })
    return z.NEVER
  }),
}

const versionSchema = z.object(version)

/** One Web Annotation, as far as Meipi can keep it. What it cannot keep without loss is refused, not dropped. */
export const webAnnotationSchema = z.object({
  id: z.string().min(1).max(400).transform(fromAnnotationIri).pipe(z.string().min(1).max(64)),
  type: typeIs('Annotation'),
  created: time.optional(),
  ...version,
  /** Meipi's own: the versions that this one was made from, by name, and those that were made apart from it. */
  superseded: listOf(versionIdSchema, versions).optional(),
  conflicts: listOf(versionSchema, versions).optional(),
})

export type WebAnnotationVersion = z.infer<typeof versionSchema>
export type WebAnnotation = z.infer<typeof webAnnotationSchema>
