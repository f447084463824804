import { Worker } from 'node:worker_threads'
import { ImportError } from '../importers/import-error.ts'
import type { ReportReader } from '../report-reader.ts'
import type { ReaderAnswer, ReaderRequest, ReaderTask } from './reader-protocol.ts'

/** A reader that lives in a worker thread, until it is stopped. */
export interface WorkerReader extends ReportReader {
  stop(): Promise<void>
}

interface Waiting {
  readonly resolve: (answer: ReaderAnswer) => void
  readonly reject: (error: Error) => void
}

/** A worker, and who waits for it, by ticket. */
interface Running {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

/**
 * Starts the reader's worker. A worker that dies rejects what was asked of it, and the next request starts another:
 * a file that brings it down is one file that cannot be imported, not the end of importing.
 */
export function startWorkerReader(script: string): WorkerReader {
  let running: Running | null = null
  let tickets = 0
  let stopped = false

  function start(): Running {
    // Its own waiting list: what is asked of the next worker is no business of one that has died.
    const started: Running = { worker: new Worker(script), waiting: new Map() }
    started.worker.on('message', (answer: ReaderAnswer) => {
      started.waiting.get(answer.ticket)?.resolve(answer)
      started.waiting.delete(answer.ticket)
    })
    const end = (error: Error) => {
      if (running === started) running = null
      for (const { reject } of started.waiting.values()) reject(error)
      started.waiting.clear()
    }
    started.worker.on('error', end)
    started.worker.on('exit', () => end(new Error('the reader has stopped')))
    return started
  }

  async function ask(task: ReaderTask): Promise<ReaderAnswer> {
    if (stopped) throw new Error('the reader has been stopped')
    running ??= start()
    const { worker, waiting } = running
    const request: ReaderRequest = { ticket: ++tickets, task }
    const answer = await new Promise<ReaderAnswer>((resolve, reject) => {
      waiting.set(request.ticket, { resolve, reject })
      worker.postMessage(request)
    })
    if (answer.outcome === 'refused') throw new ImportError(answer.problem)
    if (answer.outcome === 'failed') throw new Error(answer.reason)
    return answer
  }

  return {
    async readFile(path) {
      const answer = await ask({ job: 'read', path })
      return answer.outcome === 'read' ? answer.file : unexpected(answer)
    },
    async readBytes(bytes, file) {
      const answer = await ask({ job: 'read-bytes', bytes, file })
      return answer.outcome === 'read' ? answer.file : unexpected(answer)
    },
    async parse(text, hints) {
      const answer = await ask({ job: 'parse', text, hints })
      return answer.outcome === 'parsed' ? answer.report : unexpected(answer)
    },
    async carry(carry) {
      const answer = await ask({ job: 'carry', carry })
      return answer.outcome === 'carried' ? answer.carried : unexpected(answer)
    },
    async countTermUses(term, reports) {
      const answer = await ask({ job: 'count-uses', term, reports })
      return answer.outcome === 'counted' ? answer.uses : unexpected(answer)
    },
    async stop() {
      stopped = true
      await running?.worker.terminate()
    },
  }
}

function unexpected(answer: ReaderAnswer): never {
  throw new Error(`the reader answered another question: ${answer.outcome}`)
}
