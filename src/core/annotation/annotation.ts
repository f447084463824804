import { z } from 'zod'
import { lineFields } from '../lineage/line-schema.ts'

/** The five pigments a highlight can have. The reader's names for them are settings of the library. */
export const COLOR_IDS = ['gamboge', 'indigo', 'malachite', 'rouge', 'cinnabar'] as const

export type ColorId = (typeof COLOR_IDS)[number]

/** Names of the colours until the reader gives others. */
export const DEFAULT_COLOR_NAMES: Readonly<Record<ColorId, string>> = {
  gamboge: '重点',
  indigo: '数据',
  malachite: '措施',
  rouge: '存疑',
  cinnabar: '引用',
}

/** The reader's name for a colour. */
export const colorNameSchema = z.string().trim().min(1).max(12)

/** A note's text, in characters. */
export const LONGEST_NOTE = 100_000

export const noteSchema = z.string().max(LONGEST_NOTE)
export const tagsSchema = z.array(z.string().min(1).max(200)).max(200).readonly()

const offset = z.number().int().nonnegative()

/**
 * Where an annotation stands, as evidence: the position in one text version (W3C TextPositionSelector), the words
 * with what stands around them (W3C TextQuoteSelector), and the headings above.
 */
export const anchorSchema = z
  .object({
    /** sha256 of the source text that `start` and `end` count in. */
    textHash: z.string(),
    start: offset,
    end: offset,
    quote: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
    /** Headings above the passage, outermost first. */
    sectionPath: z.array(z.string()).readonly(),
  })
  .readonly()
  .refine((anchor) => anchor.start < anchor.end, 'an anchor covers at least one character')

const versionFields = {
  /** Grows with every change. */
  revision: z.number().int().positive(),
  /** ISO 8601, UTC. For display alone: clocks decide nothing. */
  modified: z.iso.datetime(),
  anchor: anchorSchema,
  color: z.enum(COLOR_IDS),
  /** Markdown; empty where there is no note. */
  note: noteSchema,
  tags: tagsSchema,
  deleted: z.boolean(),
}

/** What an annotation said at one time. */
export const annotationVersionSchema = z.object(versionFields).readonly()

/**
 * A highlight, with or without a note. A deleted one stays as a tombstone, so that a merge cannot bring it back. Versions
 * that were made apart stand in `conflicts` until the reader settles it (see `annotationConflicts`).
 */
export const annotationSchema = z.object({ ...versionFields, ...lineFields(annotationVersionSchema) }).readonly()

export type Anchor = z.infer<typeof anchorSchema>
export type AnnotationVersion = z.infer<typeof annotationVersionSchema>
export type Annotation = z.infer<typeof annotationSchema>
