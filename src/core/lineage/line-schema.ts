import { z } from 'zod'
import { isVersionId } from './version-id.ts'

/** The name of a version (see `versionId`). */
export const versionIdSchema = z.string().refine(isVersionId, 'not the name of a version')

/** The fields of an entry that is a line of versions (see `Line`). */
export function lineFields<V extends z.ZodType>(version: V) {
  return {
    id: z.string().min(1).max(64),
    /** ISO 8601, UTC. */
    created: z.iso.datetime(),
    /** Names of versions that a later one was made from. Absent where there are none. */
    superseded: z.array(versionIdSchema).readonly().optional(),
    /** Versions made apart from the one that is shown. Absent where there are none. */
    conflicts: z.array(version).readonly().optional(),
  }
}
