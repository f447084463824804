import { create } from 'zustand'
import type { RestoreOutcome, SnapshotSummary } from '../../core/library-view.ts'
import type { Problem } from '../../core/result.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { refreshOpenReport } from '../troubles/refresh-report.ts'

/** What the dialog of snapshots shows. */
export type SnapshotStep =
  | { readonly step: 'list' }
  | { readonly step: 'making' }
  | { readonly step: 'asking'; readonly snapshot: SnapshotSummary }
  /** `done` of `total` reports; null before that is known. */
  | { readonly step: 'restoring'; readonly progress: { readonly done: number; readonly total: number } | null }
  | { readonly step: 'restored'; readonly outcome: RestoreOutcome }

interface SnapshotStore {
  /** The last first; null before they are known. */
  readonly snapshots: readonly SnapshotSummary[] | null
  readonly now: SnapshotStep
  readonly problem: Problem | null
}

const NOTHING: SnapshotStore = { snapshots: null, now: { step: 'list' }, problem: null }

/** The snapshots of the library, and what is done with them. It goes on when the dialog is closed meanwhile. */
export const useSnapshots = create<SnapshotStore>()(() => NOTHING)

/** Shows the list, unless something is under way or has just ended. */
export async function openSnapshots(): Promise<void> {
  const { now } = useSnapshots.getState()
  if (now.step !== 'making' && now.step !== 'restoring') useSnapshots.setState({ now: { step: 'list' }, problem: null })
  await listSnapshots()
}

async function listSnapshots(): Promise<void> {
  const answer = await meipi.listSnapshots()
  if (answer.ok) useSnapshots.setState({ snapshots: answer.value })
  else useSnapshots.setState({ snapshots: [], problem: answer.problem })
}

/** Takes a snapshot; true when the disk has it. */
export async function makeSnapshot(): Promise<boolean> {
  useSnapshots.setState({ now: { step: 'making' }, problem: null })
  await saveFirst()
  const answer = await meipi.makeSnapshot()
  useSnapshots.setState({ now: { step: 'list' }, problem: answer.ok ? null : answer.problem })
  await listSnapshots()
  return answer.ok
}

export function askToRestore(snapshot: SnapshotSummary): void {
  useSnapshots.setState({ now: { step: 'asking', snapshot }, problem: null })
}

export function showSnapshots(): void {
  useSnapshots.setState({ now: { step: 'list' }, problem: null })
}

/** Merges a snapshot into the library; the open report shows what came of it. */
export async function restoreSnapshot(name: string): Promise<void> {
  useSnapshots.setState({ now: { step: 'restoring', progress: null }, problem: null })
  const end = meipi.on('snapshots:progress', (progress) =>
    useSnapshots.setState({ now: { step: 'restoring', progress } }),
  )
  await saveFirst()
  const answer = await meipi.restoreSnapshot(name)
  end()
  if (answer.ok) useSnapshots.setState({ now: { step: 'restored', outcome: answer.value } })
  else useSnapshots.setState({ now: { step: 'list' }, problem: answer.problem })
  await refreshOpenReport()
  await listSnapshots()
}

/** What was written last belongs into the snapshot. Where it cannot be saved that is said elsewhere. */
async function saveFirst(): Promise<void> {
  flushDrafts()
  await retrySaving()
}
