import { z } from 'zod'
import { annotationSchema, COLOR_IDS, colorNameSchema, DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { correctionsSchema } from '../core/correction/correction.ts'
import { readerTermSchema } from '../core/glossary/reader-term.ts'
import { importHintsSchema } from '../core/report/import-hints.ts'
import { NewerSchemaError, type ParseRecord } from './durable-json-file.ts'

/** Version of the records' form on disk. A change of form raises it and brings a migration. */
export const SCHEMA_VERSION = 1

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

const versioned = z.object({ schemaVersion: z.number().int() })

/** A reader for records of one schema. It throws a `NewerSchemaError` for one that a newer Meipi wrote. */
export function recordParser<T>(schema: z.ZodType<T>): ParseRecord<T> {
  return (value) => {
    const known = versioned.safeParse(value)
    if (known.success && known.data.schemaVersion > SCHEMA_VERSION)
      throw new NewerSchemaError('这个资料库由更新版本的眉批写成。请更新眉批后再打开。')
    return schema.parse(value)
  }
}
