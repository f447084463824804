import { z } from 'zod'
import { type Annotation, COLOR_IDS } from '../annotation/annotation.ts'

/** Which annotations are exported. Conditions that are given have to hold all; a list asks for one of its members. */
export const exportScopeSchema = z
  .object({
    ids: z.array(z.string()).readonly().optional(),
    colors: z.array(z.enum(COLOR_IDS)).readonly().optional(),
    /** A tag stands for those under it too: `环境` for `环境/空气`. */
    tags: z.array(z.string().min(1)).readonly().optional(),
    /** When they were made or last changed: from the first moment up to the second, which is outside. ISO 8601, UTC. */
    dates: z
      .object({
        by: z.enum(['created', 'modified']),
        from: z.iso.datetime().optional(),
        to: z.iso.datetime().optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly()

export type ExportScope = z.infer<typeof exportScopeSchema>

/** Every annotation. */
export const WHOLE_REPORT: ExportScope = {}

/** Whether an annotation is among those that are exported. */
export function isInScope(annotation: Annotation, { ids, colors, tags, dates }: ExportScope): boolean {
  if (ids && !ids.includes(annotation.id)) return false
  if (colors && !colors.includes(annotation.color)) return false
  if (tags && !annotation.tags.some((tag) => tags.some((asked) => isUnder(tag, asked)))) return false
  return dates === undefined || isWithin(annotation[dates.by], dates)
}

/** Whether a tag is another or stands under it. */
function isUnder(tag: string, above: string): boolean {
  return tag === above || tag.startsWith(`${above}/`)
}

function isWithin(
  time: string,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
) {
  // Moments, not texts: a time may be told with or without fractions of a second.
  const moment = Date.parse(time)
  return (from === undefined || moment >= Date.parse(from)) && (to === undefined || moment < Date.parse(to))
}
