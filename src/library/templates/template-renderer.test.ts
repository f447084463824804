import { describe, expect, it } from 'vitest'
import { toExportModel } from '../../core/export/export-model.ts'
import { exportMarkdown } from '../../core/export/markdown.ts'
import { SAMPLE_EXPORT } from '../../core/export/testing/sample-export.ts'
import { BUILT_IN_TEMPLATES } from './built-in-templates.ts'
import { startTemplateRenderer } from './template-renderer.ts'

const script = new URL('./template-worker.ts', import.meta.url)
const model = toExportModel(SAMPLE_EXPORT)

describe('startTemplateRenderer', () => {
  it('renders one after another, and tells what is wrong', async () => {
    const renderer = startTemplateRenderer(script)
    const results = await Promise.all([
      renderer.render(BUILT_IN_TEMPLATES.obsidian, model),
      renderer.render('{{ nope }}', model),
      renderer.render('{{ report.heading }}', model),
    ])
    expect(results).toEqual([
      { ok: true, value: exportMarkdown(SAMPLE_EXPORT) },
      {
        ok: false,
        problem: { code: 'template-variable', line: 1, found: 'nope', message: expect.stringContaining('nope') },
      },
      { ok: true, value: '2025年云汀市政府工作报告' },
    ])
    await renderer.stop()
    expect(await renderer.render('a', model)).toMatchObject({ ok: false })
  })

  it('stops what its engine does not stop, and goes on with the next', async () => {
    const renderer = startTemplateRenderer(script, { patience: 1500 })
    // One filter that works for minutes: the engine looks at the time only between two parts.
    const slow =
      '{% assign s = "a" | slice: 0, 1 %}{% for i in (1..24) %}{% assign s = s | append: s %}{% endfor %}{{ s | replace: "a", "" | size }}{% for i in (1..100000) %}{{ s | split: "" | sort | size }}{% endfor %}'
    const began = performance.now()
    expect(await renderer.render(slow, model)).toMatchObject({
      ok: false,
      problem: { code: 'template-limit', message: expect.stringContaining('已停止') },
    })
    expect(performance.now() - began).toBeLessThan(8000)
    expect(await renderer.render('{{ report.year }}', model)).toEqual({ ok: true, value: '2025' })
    await renderer.stop()
  })

  it('survives a template that eats up the memory', async () => {
    const renderer = startTemplateRenderer(script, { patience: 3000 })
    // Output is not counted by the engine.
    const greedy =
      '{% for i in (1..30000) %}{% for j in (1..1000) %}{{ passages[0].quote }}{{ passages[1].quote }}{{ i }}{% endfor %}{% endfor %}'
    expect(await renderer.render(greedy, model)).toMatchObject({ ok: false, problem: { code: 'template-limit' } })
    expect(await renderer.render('{{ report.year }}', model)).toEqual({ ok: true, value: '2025' })
    await renderer.stop()
  }, 20_000)
})
