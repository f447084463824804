import { z } from 'zod'
import { LibraryError } from './library-error.ts'

/** Makes the content of a record of the next version out of one of this version. Pure; `schemaVersion` is no part of it. */
export type Migration = (content: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** The form of one kind of record on the disk. */
export interface RecordForm<T extends { readonly schemaVersion: number }> {
  /** Of the present version alone. */
  readonly schema: z.ZodType<T>
  /** The present version. */
  readonly version: number
  /** What leads from each earlier version to the next: the one of version 1 at index 0. */
  readonly migrations: readonly Migration[]
}

/** A record as it was found. */
export interface FoundRecord<T> {
  /** In its present form. */
  readonly record: T
  /** The version of the form that it was written in; of a newer one, the record is what could be understood of it. */
  readonly version: number
}

/** The record was written by a newer Meipi: writing it with this one would lose what this one does not know of. */
export class NewerSchemaError extends LibraryError {
  override readonly name = 'NewerSchemaError'

  /** `isUnderstood`: whether it can be read at least. */
  constructor(isUnderstood: boolean) {
    const now = isUnderstood ? '现在只能读，不能改' : '现在读不出来，也没有改动它'
    super(`这里的内容由更新版本的眉批写成，${now}。请更新眉批。`)
  }
}

const versioned = z.looseObject({ schemaVersion: z.number().int().positive() })

/**
 * Reads a record of any version up to the present one, through the chain of migrations. One of a newer version is read as
 * far as it still has the form that is known; where it has not, a `NewerSchemaError` is thrown. What is no record at all
 * throws a `ZodError`.
 */
export function parseRecord<T extends { readonly schemaVersion: number }>(
  { schema, version, migrations }: RecordForm<T>,
  value: unknown,
): FoundRecord<T> {
  const { schemaVersion, ...found } = versioned.parse(value)
  if (schemaVersion > version) {
    const understood = schema.safeParse({ ...found, schemaVersion: version })
    if (!understood.success) throw new NewerSchemaError(false)
    return { record: understood.data, version: schemaVersion }
  }
  const content = migrations
    .slice(schemaVersion - 1)
    .reduce<Readonly<Record<string, unknown>>>((before, migrate) => migrate(before), found)
  return { record: schema.parse({ ...content, schemaVersion: version }), version: schemaVersion }
}
