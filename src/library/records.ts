import { z } from 'zod'
import { annotationSchema, COLOR_IDS, colorNameSchema, DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { correctionsSchema } from '../core/correction/correction.ts'
import { readerTermSchema } from '../core/glossary/reader-term.ts'
import { importHintsSchema } from '../core/report/import-hints.ts'
import type { Migration, RecordForm } from './record-form.ts'

/**
 * Version of the form of all records on the disk. A change of one of them raises it and brings a migration for each, and
 * a library in `fixtures/` as it was before. Of a library it stands in library.json: what its other records may be.
 *
 * 1: the first. 2: annotations and terms know the versions they were made from, and those made apart (`Line`).
 */
export const SCHEMA_VERSION = 2

const version = z.literal(SCHEMA_VERSION)

/** report.json: what a report is, apart from its text and its annotations. */
export const reportRecordSchema = z
  .object({
    schemaVersion: version,
    id: z.string().regex(/^[0-9a-f]{16}$/),
    originals: z
      .array(
        z.object({
          /** Name inside the report's folder. */
          stored: z.string(),
          /** Name of the file that was imported. */
          file: z.string(),
          sha256: z.string(),
        }),
      )
      .min(1)
      .readonly(),
    importer: z.string(),
    encoding: z.string(),
    textHash: z.string(),
    hints: importHintsSchema,
    /** What the reader put right. */
    overrides: correctionsSchema.default([]),
    tags: z.array(z.string()).readonly(),
    imported: z.iso.datetime(),
    /** Position in the source text at the top of the page, and how far that is (0 to 1). */
    readingPlace: z.object({ offset: z.number().int().nonnegative(), progress: z.number().min(0).max(1) }).nullable(),
  })
  .readonly()

/** annotations.json: highlights and notes of one report, deleted ones as tombstones. */
export const annotationsRecordSchema = z
  .object({ schemaVersion: version, annotations: z.array(annotationSchema).readonly() })
  .readonly()

/** library.json: what holds for the whole library. */
export const libraryRecordSchema = z
  .object({
    schemaVersion: version,
    created: z.iso.datetime(),
    /** The reader's names for the colours. */
    colorNames: z.record(z.enum(COLOR_IDS), colorNameSchema).readonly().default(DEFAULT_COLOR_NAMES),
  })
  .readonly()

/** glossary.json: the terms that the reader defined, deleted ones as tombstones. */
export const glossaryRecordSchema = z
  .object({ schemaVersion: version, terms: z.array(readerTermSchema).readonly() })
  .readonly()

export type ReportRecord = z.infer<typeof reportRecordSchema>
export type AnnotationsRecord = z.infer<typeof annotationsRecordSchema>
export type LibraryRecord = z.infer<typeof libraryRecordSchema>
export type GlossaryRecord = z.infer<typeof glossaryRecordSchema>

/** What version 2 added to entries is absent in those that were never changed in it. */
const unchanged: Migration = (content) => content

function formOf<T extends { readonly schemaVersion: number }>(schema: z.ZodType<T>): RecordForm<T> {
  return { schema, version: SCHEMA_VERSION, migrations: [unchanged] }
}

export const reportForm = formOf(reportRecordSchema)
export const annotationsForm = formOf(annotationsRecordSchema)
export const libraryForm = formOf(libraryRecordSchema)
export const glossaryForm = formOf(glossaryRecordSchema)
