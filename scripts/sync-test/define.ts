import { ReaderTermError } from '../../src/core/glossary/change-reader-terms.ts'
import type { ReaderTerm, ReaderTermChange, ReaderTermVersion } from '../../src/core/glossary/reader-term.ts'
import { readerTermLine } from '../../src/core/glossary/reader-term-line.ts'
import type { VersionId } from '../../src/core/lineage/version-id.ts'
import type { WorkPlace } from './reader.ts'
import { shownWith } from './version-log.ts'

/** How many terms are worked on: few, so that both sides meet in the same. */
const MOST_TERMS = 4

/** Makes one change to the reader's own terms. */
export async function define({ library, random, log, words }: WorkPlace): Promise<void> {
  const make = async (
    before: ReaderTerm | null,
    change: ReaderTermChange,
    fields: Partial<ReaderTermVersion>,
    from: readonly VersionId[],
  ) => {
    const after = await library.changeReaderTerm(change)
    log.add(readerTermLine, { line: `term ${change.id}`, before, after, fields, from })
  }
  const definition = words('释')
  const conflict = random.pick(library.readerTermConflicts())
  if (conflict && random.next() < 0.3) {
    const { id, versions } = conflict
    const names = versions.map(({ versionId }) => versionId)
    const [keep = '1-', ...drop] = names
    const deleted = versions[0]?.deleted ?? false
    await make(null, { act: 'settle', id, keep, drop, definition }, { definition, deleted }, names)
    return
  }
  const before = library.readerTerms()[random.below(MOST_TERMS)]
  if (!before) {
    // Of few words, so that both sides define the same.
    const term = `五源共治${random.below(4)}`
    const add = { id: random.uuid(), term, definition, cited: null }
    await unlessTaken(make(null, { act: 'add', ...add }, { term, definition }, []))
    return
  }
  const { id, term } = before
  const base = readerTermLine.nameOf(readerTermLine.shownBy(before))
  const from = shownWith(readerTermLine, before)
  if (random.next() < 0.15) await make(before, { act: 'delete', id, base }, { deleted: true }, from)
  else await unlessTaken(make(before, { act: 'edit', id, base, term, definition }, { definition }, from))
}

/** A term that is there already, defined by the other side too, is refused: then nothing was acknowledged. */
async function unlessTaken(change: Promise<void>): Promise<void> {
  await change.catch((error: unknown) => {
    if (!(error instanceof ReaderTermError)) throw error
  })
}
