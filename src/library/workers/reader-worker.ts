import { parentPort } from 'node:worker_threads'
import { assertNever } from '../../core/assert-never.ts'
import { ImportError } from '../importers/import-error.ts'
import { directReader } from '../report-reader.ts'
import type { ReaderAnswer, ReaderOutcome, ReaderRequest, ReaderTask } from './reader-protocol.ts'

// Runs in a worker thread: reads files, parses reports and looks through them, so that the main process never waits for either.
parentPort?.on('message', async (request: ReaderRequest) => {
  parentPort?.postMessage(await answer(request))
})

async function answer({ ticket, task }: ReaderRequest): Promise<ReaderAnswer> {
  try {
    return { ticket, ...(await perform(task)) }
  } catch (error) {
    if (error instanceof ImportError) return { ticket, outcome: 'refused', problem: error.problem }
    return { ticket, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function perform(task: ReaderTask): Promise<ReaderOutcome> {
  switch (task.job) {
    case 'read':
      return { outcome: 'read', file: await directReader.readFile(task.path) }
    case 'read-bytes':
      return { outcome: 'read', file: await directReader.readBytes(task.bytes, task.file) }
    case 'parse':
      return { outcome: 'parsed', report: await directReader.parse(task.text, task.hints) }
    case 'carry':
      return { outcome: 'carried', carried: await directReader.carry(task.carry) }
    case 'count-uses':
      return { outcome: 'counted', uses: await directReader.countTermUses(task.term, task.reports) }
    default:
      return assertNever(task)
  }
}
