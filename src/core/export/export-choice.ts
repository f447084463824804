import { z } from 'zod'
import { COLOR_IDS } from '../annotation/annotation.ts'
import { exportScopeSchema } from './scope.ts'

/** Whom a report's own reference names first; `none` leaves the reference out. */
export const CITE_CHOICES = ['none', 'government', 'speaker'] as const
/** Editions of GB/T 7714. */
export const CITE_EDITIONS = ['2025', '2015'] as const

/** Characters of a new template's name: the name of its file without the extension. */
export const LONGEST_TEMPLATE_NAME = 60
/** The name of a template that is there. */
export const templateNameSchema = z.string().min(1).max(255)
/** Characters of a template. */
export const LONGEST_TEMPLATE = 200_000
const templateSourceSchema = z.string().max(LONGEST_TEMPLATE)

/** A template that is to be stored. */
export const templateDraftSchema = z
  .object({
    name: z.string().max(255),
    source: templateSourceSchema,
    /** What is stored under the name as far as its author knows; null for a template of a new name. */
    before: templateSourceSchema.nullable(),
  })
  .readonly()

export type TemplateDraft = z.infer<typeof templateDraftSchema>

/**
 * How the reader exported last, as the dialog begins the next time. Tags, dates and single reports are not kept: they
 * speak of one moment, and would leave notes out of a later export without being noticed.
 */
export const exportChoiceSchema = z
  .object({
    template: templateNameSchema,
    /** The open report, or all of the library. */
    reports: z.enum(['open', 'all']),
    colors: z.array(z.enum(COLOR_IDS)).readonly(),
    /** Whether the report's definitions of the terms that are quoted come at the end. */
    terms: z.boolean(),
    cite: z.enum(CITE_CHOICES),
    edition: z.enum(CITE_EDITIONS),
  })
  .readonly()

export type ExportChoice = z.infer<typeof exportChoiceSchema>

export const DEFAULT_EXPORT_CHOICE: ExportChoice = {
  template: 'obsidian',
  reports: 'open',
  colors: COLOR_IDS,
  terms: true,
  cite: 'none',
  edition: '2025',
}

/** 16 hex digits. */
const reportId = z.string().regex(/^[0-9a-f]{16}$/)

/** Reports of one request: more than any library has. */
const MOST_REPORTS = 100_000

/** Reports that are chosen, by id. */
export const chosenReportsSchema = z.array(reportId).max(MOST_REPORTS).readonly()

/** What is to be exported, and how. */
export const exportRequestSchema = z
  .object({
    reports: chosenReportsSchema,
    /** A template by its name. */
    template: templateNameSchema,
    scope: exportScopeSchema,
    terms: z.boolean(),
    citation: z
      .object({ author: z.enum(['government', 'speaker']), edition: z.enum(CITE_EDITIONS) })
      .readonly()
      .nullable(),
  })
  .readonly()

export type ExportRequest = z.infer<typeof exportRequestSchema>

/** What a report's notes look like by a request; `source` stands for the template that is stored. */
export const previewRequestSchema = z
  .object({ request: exportRequestSchema, reportId, source: templateSourceSchema.nullable() })
  .readonly()

/** What is done in a file with annotations that were deleted since. */
export const deletedAsSchema = z.enum(['strike', 'remove'])

/** Forms in which annotations leave the library for other programs: W3C Web Annotations, which come back without loss, or a table. */
export const ANNOTATION_FORMATS = ['w3c', 'csv'] as const

export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number]
