import { DurableJsonFile } from './durable-json-file.ts'
import type { FileAccess } from './folder-access.ts'
import type { Reconcile } from './reconcile-records.ts'
import { NewerSchemaError, parseRecord, type RecordForm } from './record-form.ts'
import { RecordStore } from './record-store.ts'

/** The file of a record of this form. */
export function recordFile<T extends { readonly schemaVersion: number }>(
  form: RecordForm<T>,
  path: string,
  { readOnly, onTrouble, confirm, writer }: FileAccess,
): DurableJsonFile<T> {
  const parse = (value: unknown) => parseRecord(form, value)
  return new DurableJsonFile(path, { parse, version: form.version, readOnly, onTrouble, confirm, writer })
}

/** A record of a library: where it is, its form, and how what two programs made of it is put together. */
export interface SharedRecord<T extends { readonly schemaVersion: number }> {
  readonly form: RecordForm<T>
  readonly path: string
  readonly reconcile: Reconcile<T>
}

/** Reads a record; null where there is none. */
export async function findRecord<T extends { readonly schemaVersion: number }>(
  access: FileAccess,
  { form, path, reconcile }: SharedRecord<T>,
): Promise<RecordStore<T> | null> {
  const file = recordFile(form, path, access)
  const record = await file.read()
  return record && new RecordStore(file, record, { reconcile, onMerged: () => tellMerged(access, path) })
}

/**
 * Reads a record, or begins with `initial` where there is none, or where a newer Meipi wrote what this one cannot read:
 * then it cannot be changed.
 */
export async function openRecord<T extends { readonly schemaVersion: number }>(
  access: FileAccess,
  { form, path, reconcile }: SharedRecord<T>,
  initial: T,
): Promise<RecordStore<T>> {
  const file = recordFile(form, path, access)
  const record = await file.read().catch((error: unknown) => {
    if (error instanceof NewerSchemaError) return null
    throw error
  })
  return new RecordStore(file, record ?? initial, { reconcile, onMerged: () => tellMerged(access, path) })
}

function tellMerged({ onTrouble }: FileAccess, path: string): void {
  onTrouble(path, '别的程序也改动了这个文件，两边的内容已经合并。', 'merged')
}
