import { parentPort } from 'node:worker_threads'
import { fail, type Result, succeed } from '../../core/result.ts'
import { createEngine, renderWith } from './engine.ts'
import { toTemplateProblem } from './template-problem.ts'
import type { TemplateAnswer, TemplateRequest } from './template-protocol.ts'

// Runs in a worker thread that can be stopped: the engine looks at its limits only between the parts of a template.
const engine = createEngine()

parentPort?.on('message', ({ ticket, source, model }: TemplateRequest) => {
  parentPort?.postMessage({ ticket, result: render(source, model) } satisfies TemplateAnswer)
})

function render(source: string, model: TemplateRequest['model']): Result<string> {
  try {
    return succeed(renderWith(engine, source, model))
  } catch (error) {
    const { code, message } = toTemplateProblem(error)
    return fail(code, message)
  }
}
