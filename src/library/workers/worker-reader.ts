import { Worker } from 'node:worker_threads'
import { assertNever } from '../../core/assert-never.ts'
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

/**
 * Starts the reader's worker. A worker that dies rejects what was asked of it, and the next request starts another:
 * a file that brings it down is one file that cannot be imported, not the end of importing.
 */
export function startWorkerReader(script: string): WorkerReader {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let tickets = 0

  function start(): Worker {
    const started = new Worker(script)
    started.on('message', (answer: ReaderAnswer) => {
      waiting.get(answer.ticket)?.resolve(answer)
      waiting.delete(answer.ticket)
    })
    const end = (error: Error) => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    started.on('error', end)
    started.on('exit', () => end(new Error('the reader has stopped')))
    return started
  }

  async function ask(task: ReaderTask): Promise<ReaderAnswer> {
    worker ??= start()
    const request: ReaderRequest = { ticket: ++tickets, task }
    const running = worker
    const answer = await new Promise<ReaderAnswer>((resolve, reject) => {
      waiting.set(request.ticket, { resolve, reject })
      running.postMessage(request)
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
    async parse(text, hints) {
      const answer = await ask({ job: 'parse', text, hints })
      return answer.outcome === 'parsed' ? answer.report : unexpected(answer)
    },
    async stop() {
      await worker?.terminate()
    },
  }
}

function unexpected(answer: ReaderAnswer): never {
  return assertNever(answer as never)
}
