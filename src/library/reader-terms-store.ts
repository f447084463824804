import { changeReaderTerms, liveReaderTerms } from '../core/glossary/change-reader-terms.ts'
import type { ReaderTerm, ReaderTermChange } from '../core/glossary/reader-term.ts'
import { DurableJsonFile } from './durable-json-file.ts'
import { RecordStore } from './record-store.ts'
import { type GlossaryRecord, glossaryRecordSchema, recordParser, SCHEMA_VERSION } from './records.ts'
import type { FolderAccess } from './report-folder.ts'

const NO_TERMS: GlossaryRecord = { schemaVersion: SCHEMA_VERSION, terms: [] }

/** glossary.json: the terms that the reader defined. */
export class ReaderTermsStore {
  readonly #store: RecordStore<GlossaryRecord>

  private constructor(store: RecordStore<GlossaryRecord>) {
    this.#store = store
  }

  static async open({ paths, readOnly, onTrouble }: FolderAccess): Promise<ReaderTermsStore> {
    const file = new DurableJsonFile<GlossaryRecord>(paths.glossary, {
      parse: recordParser(glossaryRecordSchema),
      onTrouble,
      readOnly,
    })
    return new ReaderTermsStore(await RecordStore.open(file, NO_TERMS))
  }

  /** Those that are not deleted. */
  get live(): readonly ReaderTerm[] {
    return liveReaderTerms(this.#store.record.terms)
  }

  /** Makes one change; the term returned is on the disk. Rejects with a `ReaderTermError`. `now` is ISO 8601. */
  async change(change: ReaderTermChange, now: string): Promise<ReaderTerm> {
    let changed: ReaderTerm | undefined
    await this.#store.change((before) => {
      const next = changeReaderTerms(before.terms, change, now)
      changed = next.changed
      return { ...before, terms: next.terms }
    })
    if (!changed) throw new Error('the change was not made')
    return changed
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
