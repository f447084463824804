import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { errorCode, isMissing } from './node-errors.ts'
import { SCHEMA_VERSION } from './records.ts'

const versioned = z.looseObject({ schemaVersion: z.number().int().positive() })

/** How the version of a library's records stands to that of this program. */
export type LibraryAge = 'older' | 'present' | 'newer'

/** Looks at the version in a library.json. One that is missing or damaged is mended by whoever reads it: it counts as of now. */
export async function libraryAge(path: string): Promise<LibraryAge> {
  const version = await readVersion(path)
  if (version === null || version === SCHEMA_VERSION) return 'present'
  return version < SCHEMA_VERSION ? 'older' : 'newer'
}

async function readVersion(path: string): Promise<number | null> {
  try {
    return versioned.parse(JSON.parse(await readFile(path, 'utf8'))).schemaVersion
  } catch (error) {
    if (isMissing(error) || errorCode(error) === undefined) return null
    throw error
  }
}
