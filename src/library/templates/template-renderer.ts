import { Worker } from 'node:worker_threads'
import type { ExportModel } from '../../core/export/export-model.ts'
import { SerialQueue } from '../serial-queue.ts'
import type { Rendered, TemplateAnswer, TemplateRequest } from './template-protocol.ts'

/** Renders templates, until it is stopped. */
export interface TemplateRenderer {
  /** The text that a template makes; a problem with the template's line where it cannot be rendered. Never rejects. */
  render(source: string, model: ExportModel): Promise<Rendered>
  stop(): Promise<void>
}

export interface TemplateRendererOptions {
  /** After how many milliseconds a template is stopped that its engine does not stop. */
  readonly patience?: number
}

/** Memory of the worker in megabytes: room for what the engine may make, and for what it copies. */
const WORKER_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }

/** A thread, and who waits for it. */
interface Running {
  readonly worker: Worker
  answered: (answer: TemplateAnswer) => void
  /** It has ended without an answer. */
  fell: () => void
}

/**
 * Starts a renderer whose templates run in a thread of their own, one at a time: one that runs on and on is stopped with
 * its thread, one that eats up the memory brings down that thread and nothing else. The next template gets a new one.
 */
export function startTemplateRenderer(
  script: string | URL,
  { patience = 10_000 }: TemplateRendererOptions = {},
): TemplateRenderer {
  const queue = new SerialQueue()
  let running: Running | null = null
  let tickets = 0
  let stopped = false

  function start(): Running {
    const started: Running = {
      worker: new Worker(script, { resourceLimits: WORKER_MEMORY }),
      answered: () => undefined,
      fell: () => undefined,
    }
    started.worker.on('message', (answer: TemplateAnswer) => started.answered(answer))
    started.worker.on('error', () => started.fell())
    started.worker.on('exit', () => started.fell())
    return started
  }

  async function ask(source: string, model: ExportModel): Promise<Rendered> {
    if (stopped) return failed('template-stopped', '已停止导出，请重试。')
    running ??= start()
    const asked = running
    const request: TemplateRequest = { ticket: ++tickets, source, model }
    const result = await new Promise<Rendered | null>((resolve) => {
      const timer = setTimeout(resolve, patience, null)
      const end = (outcome: Rendered | null) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      asked.answered = (answer) => {
        if (answer.ticket === request.ticket) end(answer.result)
      }
      asked.fell = () => end(null)
      asked.worker.postMessage(request)
    })
    if (result !== null) return result
    running = null
    // Not waited for: a thread that is short of memory takes its time to end.
    void asked.worker.terminate()
    return failed(
      'template-limit',
      '模板运行太久，或要的内存太多，已停止。请减少循环的次数，或不要在循环里不断加长文字。',
    )
  }

  return {
    render: (source, model) => queue.run(() => ask(source, model)),
    async stop() {
      stopped = true
      await running?.worker.terminate()
      await queue.settled()
    },
  }
}

function failed(code: string, message: string): Rendered {
  return { ok: false, problem: { code, message, line: null, found: '' } }
}
