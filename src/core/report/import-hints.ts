import { z } from 'zod'

const offset = z.number().int().nonnegative()

/**
 * What a file's format knew about its text beyond the text itself. Ranges are of the source text.
 * Stored with the report, so the schema is the type.
 */
export const importHintsSchema = z
  .object({
    /** File name without folder, as imported. */
    fileName: z.string().optional(),
    /** A title that stands outside the text, as in a Markdown front matter. */
    title: z.string().optional(),
    /** Web address the file says it came from. */
    source: z.string().optional(),
    /** Lines that the format marks as headings, with the format's level. */
    headings: z.array(z.object({ start: offset, end: offset, level: z.number().int().min(1).max(6) })).optional(),
    /** Stretches in bold type. */
    bold: z.array(z.object({ start: offset, end: offset })).optional(),
  })
  .readonly()

export type ImportHints = z.infer<typeof importHintsSchema>
