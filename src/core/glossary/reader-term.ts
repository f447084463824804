import { z } from 'zod'
import { lineFields, versionIdSchema } from '../lineage/line-schema.ts'

/** In UTF-16 code units. */
export const LONGEST_TERM = 60
export const LONGEST_DEFINITION = 10_000

const term = z.string().trim().min(2).max(LONGEST_TERM)
const definition = z.string().trim().min(1).max(LONGEST_DEFINITION)
const cited = z
  .object({ reportId: z.string().max(16), number: z.string().max(20).nullable() })
  .readonly()
  .nullable()

const id = z.string().min(1).max(64)
/** The version that the reader saw and changed; that which is shown, where it is left out. */
const base = versionIdSchema.optional()

const versionFields = {
  /** Grows with every change. */
  revision: z.number().int().positive(),
  /** ISO 8601, UTC. For display alone: clocks decide nothing. */
  modified: z.iso.datetime(),
  term,
  definition,
  /** The report that the definition was taken from, and the number of its glossary entry where it has one. */
  cited,
  deleted: z.boolean(),
}

/** What the reader said of a term at one time. */
export const readerTermVersionSchema = z.object(versionFields).readonly()

/**
 * A term that the reader defined. A deleted one stays as a tombstone, so that a merge cannot bring it back. Versions that
 * were made apart stand in `conflicts` until the reader settles it.
 */
export const readerTermSchema = z.object({ ...versionFields, ...lineFields(readerTermVersionSchema) }).readonly()

export type ReaderTermVersion = z.infer<typeof readerTermVersionSchema>
export type ReaderTerm = z.infer<typeof readerTermSchema>

/** What a reader can do to the terms of their own. */
export const readerTermChangeSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('add'),
    id: z.uuid(),
    term,
    definition,
    cited,
  }),
  z.object({ act: z.literal('edit'), id, base, term, definition, cited: cited.optional() }),
  z.object({ act: z.literal('delete'), id, base }),
  z.object({ act: z.literal('restore'), id, base }),
  /** Ends a conflict: goes on from the version `keep`, in place of those in `drop`, with another definition where one is given. */
  z.object({
    act: z.literal('settle'),
    id,
    keep: versionIdSchema,
    drop: z.array(versionIdSchema).max(1000).readonly(),
    definition: definition.optional(),
  }),
  /** Takes a settlement back: the versions that it ended stand side by side again in the place of `settled`. */
  z.object({
    act: z.literal('reopen'),
    id,
    settled: versionIdSchema,
    versions: z.array(readerTermVersionSchema).min(2).max(1000).readonly(),
  }),
])

export type ReaderTermChange = z.infer<typeof readerTermChangeSchema>
