import { z } from 'zod'
import { anchorSchema } from '../annotation/annotation.ts'

/** Kinds that a reader can give a block. The others follow from the text around it. */
export const CORRECTED_KINDS = ['boilerplate', 'paragraph', 'heading', 'salutation', 'byline'] as const

/** What a reader can say about a report as a whole. */
export const CORRECTED_FIELDS = ['title', 'region', 'year', 'delivered', 'meeting', 'speaker'] as const

export type CorrectedKind = (typeof CORRECTED_KINDS)[number]
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]

/**
 * One thing that the parser got wrong, put right by the reader: an override of the reading, never a change of the text.
 * What speaks of a place is anchored as annotations are.
 */
export const correctionSchema = z.discriminatedUnion('what', [
  /** The block at the anchor is of another kind. `level` for headings alone, 1 is the highest. */
  z.object({
    what: z.literal('block'),
    anchor: anchorSchema,
    kind: z.enum(CORRECTED_KINDS),
    level: z.number().int().min(1).max(4).optional(),
  }),
  /** A field has another value; null says that it has none. The year is written in digits, the date as YYYY-MM-DD. */
  z.object({
    what: z.literal('field'),
    field: z.enum(CORRECTED_FIELDS),
    value: z.string().trim().min(1).max(300).nullable(),
  }),
  /** A new glossary entry begins where the anchor does. */
  z.object({ what: z.literal('entry-split'), anchor: anchorSchema }),
  /** The glossary entry that begins at the anchor belongs to the one before it. */
  z.object({ what: z.literal('entry-join'), anchor: anchorSchema }),
  /** The anchor covers the term of the glossary entry it stands in; what follows it is the definition. */
  z.object({ what: z.literal('entry-term'), anchor: anchorSchema }),
])

export const correctionsSchema = z.array(correctionSchema).max(5000).readonly()

export type Correction = z.infer<typeof correctionSchema>
/** A correction of what a block is. */
export type BlockCorrection = Extract<Correction, { what: 'block' }>
/** A correction of what is known about the report as a whole. */
export type FieldCorrection = Extract<Correction, { what: 'field' }>
/** A correction that speaks of a place in the text. */
export type PlacedCorrection = Exclude<Correction, FieldCorrection>
