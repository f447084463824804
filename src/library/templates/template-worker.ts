import { parentPort } from 'node:worker_threads'
import { createEngine, renderWith } from './engine.ts'
import { toTemplateProblem } from './template-problem.ts'
import type { Rendered, TemplateAnswer, TemplateRequest } from './template-protocol.ts'

// Runs in a worker thread that can be stopped: the engine looks at its limits only between the parts of a template.
const engine = createEngine()

parentPort?.on('message', ({ ticket, source, model }: TemplateRequest) => {
  parentPort?.postMessage({ ticket, result: render(source, model) } satisfies TemplateAnswer)
})

function render(source: string, model: TemplateRequest['model']): Rendered {
  try {
    return { ok: true, value: renderWith(engine, source, model) }
  } catch (error) {
    return { ok: false, problem: toTemplateProblem(error) }
  }
}
