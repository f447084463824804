import type { ImportOutcome } from '../../core/library-view.ts'
import { meipi } from '../meipi-api.ts'
import { openReport } from '../reader/reader-store.ts'
import { receiveImports, refreshLibrary, useLibrary } from './library-store.ts'

/** Asks for files, imports them and opens the last one. */
export async function chooseAndOpen(): Promise<void> {
  const answer = await meipi.chooseFiles()
  if (answer.ok) await openImported(answer.value)
  else useLibrary.getState().tell(answer.problem.message)
}

/** Puts the bundled sample into the library and opens it. */
export async function openSample(): Promise<void> {
  const answer = await meipi.importSample()
  if (answer.ok) await openImported([answer.value])
  else useLibrary.getState().tell(answer.problem.message)
}

/** Shows what became of imported files and opens the last that came in. */
export async function openImported(outcomes: readonly ImportOutcome[]): Promise<void> {
  if (outcomes.length === 0) return
  await refreshLibrary()
  const last = receiveImports(outcomes)
  if (last) await openReport(last.id)
}
