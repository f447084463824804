import { z } from 'zod'

/** In UTF-16 code units. */
export const LONGEST_TERM = 60
export const LONGEST_DEFINITION = 10_000

const term = z.string().trim().min(2).max(LONGEST_TERM)
const definition = z.string().trim().min(1).max(LONGEST_DEFINITION)
const cited = z
  .object({ reportId: z.string().max(16), number: z.string().max(20).nullable() })
  .readonly()
  .nullable()

/** A term that the reader defined. A deleted one stays as a tombstone, so that a merge cannot bring it back. */
export const readerTermSchema = z
  .object({
    id: z.string().min(1).max(64),
    /** Grows by one with every change; decides in a merge what is newer. */
    revision: z.number().int().positive(),
    /** ISO 8601, UTC. */
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
    term,
    definition,
    /** The report that the definition was taken from, and the number of its glossary entry where it has one. */
    cited,
    deleted: z.boolean(),
  })
  .readonly()

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
  z.object({ act: z.literal('edit'), id: z.string().min(1).max(64), term, definition, cited: cited.optional() }),
  z.object({ act: z.literal('delete'), id: z.string().min(1).max(64) }),
  z.object({ act: z.literal('restore'), id: z.string().min(1).max(64) }),
])

export type ReaderTermChange = z.infer<typeof readerTermChangeSchema>
