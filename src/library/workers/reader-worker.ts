import { parentPort } from 'node:worker_threads'
import { ImportError } from '../importers/import-error.ts'
import { directReader } from '../report-reader.ts'
import type { ReaderAnswer, ReaderRequest } from './reader-protocol.ts'

// Runs in a worker thread: reads files and parses reports, so that the main process never waits for either.
parentPort?.on('message', async (request: ReaderRequest) => {
  parentPort?.postMessage(await answer(request))
})

async function answer({ ticket, task }: ReaderRequest): Promise<ReaderAnswer> {
  try {
    if (task.job === 'read') return { ticket, outcome: 'read', file: await directReader.readFile(task.path) }
    return { ticket, outcome: 'parsed', report: await directReader.parse(task.text, task.hints) }
  } catch (error) {
    if (error instanceof ImportError) return { ticket, outcome: 'refused', problem: error.problem }
    return { ticket, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
