import { z } from 'zod'

/**
 * One thing in a library that has a value, as a line of words: `annotation <report> <id>`, `place <report>`,
 * `title <report>`, `term <id>`, `color <id>`, `report <id>`, `snapshot <name>`.
 */
export type Cell = string

/** What a cell holds, as JSON: two that are written the same are the same. */
export type CellValue = string

/**
 * What the child says while it works, a line of JSON each: that it is about to open the library, that it has, that it asks
 * for a change, and that this one was acknowledged.
 */
export const sayingSchema = z.discriminatedUnion('say', [
  z.object({ say: z.literal('opening') }),
  z.object({ say: z.literal('open') }),
  z.object({ say: z.literal('try'), ticket: z.number(), cell: z.string(), value: z.string() }),
  z.object({ say: z.literal('done'), ticket: z.number() }),
])

export type Saying = z.infer<typeof sayingSchema>
