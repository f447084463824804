import { changeReaderTerms, liveReaderTerms } from '../core/glossary/change-reader-terms.ts'
import { type ReaderTermConflict, readerTermConflicts } from '../core/glossary/merge-reader-terms.ts'
import type { ReaderTerm, ReaderTermChange } from '../core/glossary/reader-term.ts'
import { type CopyTarget, copyTarget } from './conflict-copies.ts'
import type { FolderAccess } from './folder-access.ts'
import { GLOSSARY_FILE } from './library-paths.ts'
import { reconcileGlossary } from './reconcile-records.ts'
import { openRecord } from './record-file.ts'
import type { RecordStore } from './record-store.ts'
import { type GlossaryRecord, glossaryForm, SCHEMA_VERSION } from './records.ts'

const NO_TERMS: GlossaryRecord = { schemaVersion: SCHEMA_VERSION, terms: [] }

/** glossary.json: the terms that the reader defined. */
export class ReaderTermsStore {
  readonly #store: RecordStore<GlossaryRecord>

  private constructor(store: RecordStore<GlossaryRecord>) {
    this.#store = store
  }

  static async open(access: FolderAccess): Promise<ReaderTermsStore> {
    const glossary = { form: glossaryForm, path: access.paths.glossary, reconcile: reconcileGlossary }
    return new ReaderTermsStore(await openRecord(access, glossary, NO_TERMS))
  }

  /** Those that are not deleted. */
  get live(): readonly ReaderTerm[] {
    return liveReaderTerms(this.#store.record.terms)
  }

  /** Those that were changed apart, for the reader to settle. */
  get conflicts(): readonly ReaderTermConflict[] {
    return readerTermConflicts(this.#store.record.terms)
  }

  /** Makes one change; the term returned is on the disk. Rejects with a `ReaderTermError`. `now` is ISO 8601. */
  async change(change: ReaderTermChange, now: string): Promise<ReaderTerm> {
    const { terms } = await this.#store.change((before) => ({
      ...before,
      terms: changeReaderTerms(before.terms, change, now).terms,
    }))
    const changed = terms.find(({ id }) => id === change.id)
    if (!changed) throw new Error('the change was not made')
    return changed
  }

  /** Where copies of glossary.json are merged. */
  get copyTarget(): CopyTarget {
    return copyTarget(GLOSSARY_FILE, glossaryForm, (copy) => this.#store.absorb(copy))
  }

  /** Takes in what other programs wrote meanwhile. */
  refresh(): Promise<void> {
    return this.#store.refresh()
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
