import { MAX_DROPPED_BYTES, MOST_DROPPED_FILES } from '../../core/ipc-contract.ts'
import type { ImportOutcome } from '../../core/library-view.ts'
import { textsNow } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { showToast } from '../interface/toast-store.ts'
import { meipi } from '../meipi-api.ts'
import { openReport } from '../reader/reader-store.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import { nameOf, tell } from './library-store.ts'
import { texts } from './texts.ts'

/** Asks for files, imports them and opens the last one. */
export async function chooseAndOpen(): Promise<void> {
  if (refuseIfReadOnly()) return
  const answer = await meipi.chooseFiles()
  if (answer.ok) await openImported(answer.value)
  else tell(describeProblem(answer.problem))
}

/** Puts the bundled sample into the library and opens it. */
export async function openSample(): Promise<void> {
  if (refuseIfReadOnly()) return
  const answer = await meipi.importSample()
  if (answer.ok) await openImported([answer.value])
  else tell(describeProblem(answer.problem))
}

/** Imports files that were dropped on the window: their bytes go to the main process, which never hears of a path. */
export async function importDropped(files: readonly File[]): Promise<void> {
  if (refuseIfReadOnly()) return
  const t = textsNow(texts)
  if (files.length > MOST_DROPPED_FILES) {
    tell(t.tooManyFiles(MOST_DROPPED_FILES))
    return
  }
  const read = await Promise.all(files.map(readDropped))
  const dropped = read.filter((file) => file !== null)
  const large = files.filter((file) => file.size > MAX_DROPPED_BYTES)
  if (dropped.length + large.length < files.length) tell(t.foldersSkipped)
  if (large.length > 0) tell(...large.map(({ name }) => t.tooLarge(name)))
  if (dropped.length === 0) return
  const answer = await meipi.importDropped(dropped)
  if (answer.ok) await openImported(answer.value)
  else tell(describeProblem(answer.problem))
}

/** A file's name and bytes; null for a folder, which the page may not look into, and for a file that is too large. */
async function readDropped(file: File): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  if (file.size > MAX_DROPPED_BYTES) return null
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return null
  }
}

/** Shows what became of imported files and opens the last that came in. */
export async function openImported(outcomes: readonly ImportOutcome[]): Promise<void> {
  const t = textsNow(texts)
  const arrived = outcomes.flatMap((outcome) => ('summary' in outcome ? [outcome.summary] : []))
  const fresh = outcomes.flatMap((outcome) => (outcome.status === 'imported' ? [outcome.summary] : []))
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'failed' ? [t.importFailed(outcome.file, describeProblem(outcome.problem))] : [],
  )
  // One report shows its doubts on its own page; of many they are listed.
  const doubts =
    outcomes.length > 1
      ? fresh.flatMap((row) => row.doubts.map((doubt) => t.importDoubt(nameOf(row), describeProblem(doubt))))
      : []
  const count = (status: ImportOutcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  const summary = [
    ...(count('imported') > 0 ? [t.imported(count('imported'))] : []),
    ...(count('known') > 0 ? [t.known(count('known'))] : []),
    ...(count('cancelled') > 0 ? [t.cancelled(count('cancelled'))] : []),
    ...(failures.length > 0 ? [t.failedCount(failures.length)] : []),
  ].join(' · ')
  if (failures.length > 0 || doubts.length > 0) tell(...(outcomes.length > 1 ? [summary] : []), ...failures, ...doubts)
  else if (outcomes.length > 1) showToast({ text: summary })
  const last = arrived.at(-1)
  if (last) await openReport(last.id)
}
