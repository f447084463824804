import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type ExportInput, toExportModel } from '../../core/export/export-model.ts'
import { exportMarkdown } from '../../core/export/markdown.ts'
import { mergeMarkdown } from '../../core/export/merge-markdown.ts'
import { TEMPLATE_FILTERS } from '../../core/export/template-filters.ts'
import { annotateSample, SAMPLE_EXPORT } from '../../core/export/testing/sample-export.ts'
import { BUILT_IN_TEMPLATES } from './built-in-templates.ts'
import { createEngine, renderWith, TEMPLATE_LIMITS } from './engine.ts'
import { toTemplateProblem } from './template-problem.ts'

const engine = createEngine()

function render(source: string, input: ExportInput = SAMPLE_EXPORT): string {
  return renderWith(engine, source, toExportModel(input))
}

/** What a template gives, or what is said of it. */
function attempt(source: string): string {
  try {
    return render(source)
  } catch (error) {
    return toTemplateProblem(error).message
  }
}

describe('the template obsidian', () => {
  test.each<[string, Partial<ExportInput>]>([
    ['the sample', {}],
    ['a report without highlights', { annotations: [] }],
    ['with its citation', { citation: { author: 'speaker', edition: '2025', number: null, online: null } }],
    [
      'of which nothing is known',
      { report: { ...SAMPLE_EXPORT.report, title: null, region: null, year: null, delivered: null }, tags: [] },
    ],
  ])('writes what the code writes: %s', (_what, rest) => {
    const input = { ...SAMPLE_EXPORT, ...rest }
    expect(render(BUILT_IN_TEMPLATES.obsidian, input)).toBe(exportMarkdown(input))
  })

  test('whatever is quoted, noted or tagged', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\n', '\r', '---', '{{ x }}', '{% if %}', '> ', '字', '\u2028', ' '))
        .map((a) => a.join('')),
    )
    const annotations = fc.array(
      fc.record({ quote: words, note: words, tags: fc.array(words), section: fc.array(words), inPlace: fc.boolean() }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(annotations, words, fc.array(words), (drafts, title, tags) => {
        const input: ExportInput = {
          ...SAMPLE_EXPORT,
          report: { ...SAMPLE_EXPORT.report, title },
          tags,
          annotations: drafts.map(({ quote, note, section, inPlace, ...rest }, index) => {
            const annotation = annotateSample(index, inPlace ? '绿色转型' : '别处', { note, tags: rest.tags }, section)
            return { ...annotation, anchor: { ...annotation.anchor, quote: inPlace ? '绿色转型' : quote } }
          }),
        }
        expect(render(BUILT_IN_TEMPLATES.obsidian, input)).toBe(exportMarkdown(input))
      }),
    )
  }, 30_000)
})

describe('what docs/templates.md says', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'templates.md'), 'utf8')

  test('its example writes what can be brought up to date', () => {
    const example = /```liquid\n(.*?)```/s.exec(page)?.[1] ?? ''
    const written = render(example)
    const changed = { ...SAMPLE_EXPORT, annotations: SAMPLE_EXPORT.annotations.slice(1) }
    const merged = mergeMarkdown(render(example, changed).replace('坚持', '我坚持'), written)
    expect(merged).toMatchObject({ ok: true, value: { text: written } })
  })

  test('its names are those that templates are given', () => {
    const model = toExportModel(SAMPLE_EXPORT)
    const named = new Set([...page.matchAll(/`([A-Za-z.]+)`/g)].map(([, name]) => name))
    for (const key of Object.keys(model.report)) expect(named).toContain(`report.${key}`)
    for (const key of ['exported', 'passages', 'sections', 'terms']) expect(named).toContain(key)
    for (const item of [model.passages[0], model.sections[0], model.terms[0]])
      for (const key of Object.keys(item ?? {})) expect(named).toContain(key)
    for (const filter of Object.keys(TEMPLATE_FILTERS)) expect(page).toMatch(new RegExp(`\`${filter}[\`:]`))
  })
})

describe('filters', () => {
  it.each([
    ['{{ "*a* [[b]]" | md }}', '\\*a\\* \\[\\[b]]'],
    ['{% assign l = passages[1].quote | md_lines %}{{ l.size }}', '2'],
    ['{{ "a: \\"b\\"" | yaml }}', '"a: \\"b\\""'],
    ['{{ report.tags | yaml }}', '["生态", "2025", "待 核实"]'],
    ['{{ report.year | yaml }}', '2025'],
    ['{{ report.place | default: "无" | yaml }}', '"无"'],
    ['[[{{ "云汀|市#2025/报告: ^x" | wikilink_safe }}]]', '[[云汀｜市＃2025／报告： ＾x]]'],
    ['{{ report.tags | obsidian_tags | join: " " }}', '生态 _2025 待-核实'],
    ['{{ report.tags | logseq_tags | join: ", " }}', '生态, 2025, [[待 核实]]'],
    ['{{ "别处" | logseq_id }}', 'meipi-id:: hl-x-522b5904'],
    ['{{ "一\\n\\n二" | prefix_lines: "> " }}', '> 一\n>\n> 二'],
    ['{{ report.citation | md }}|{{ nothing | default: "空" }}', '|空'],
  ])('%s', (source, text) => {
    expect(render(source)).toBe(text)
  })

  it('answer whatever comes in with text', () => {
    const filters = [
      'md',
      'md_lines',
      'yaml',
      'wikilink_safe',
      'obsidian_tags',
      'logseq_tags',
      'logseq_id',
      'logseq_note',
      'one_line',
      'prefix_lines',
    ]
    const values = [
      'passages',
      'report',
      'report.citation',
      'report.year',
      'true',
      'passages[0].quote',
      '(1..3)',
      'nothing',
    ]
    for (const filter of filters)
      for (const value of values)
        expect(typeof render(`{{ ${value} | default: "" | ${filter}: passages }}`)).toBe('string')
  })
})

describe('errors tell the line and what to do', () => {
  it.each([
    ['一\n{{ passage.qoute }}', '模板第 2 行：没有名为 passage 的内容。请检查拼写'],
    ['{% for p in passages %}\n\n{{ p.qoute }}{% endfor %}', '模板第 3 行：没有名为 p.qoute 的内容'],
    ['一\n二\n{{ report.title | markdown }}', '模板第 3 行：没有名为 markdown 的过滤器'],
    ['\n{% foreach p in passages %}', '模板第 2 行：没有名为 foreach 的标签'],
    ['\n\n{% for p in passages %}x', '模板第 3 行：{% for p in passages %} 没有结束'],
    ['{{ report.title', '模板第 1 行："{{ report.title" 没有结束'],
    ['{% if report.title %}{% else', '模板第 1 行："{% else" 没有结束'],
    ['\n{% for in passages %}{% endfor %}', '模板第 2 行：写法有误（'],
    ['{% endif %}', '模板第 1 行：没有名为 endif 的标签'],
    ['x'.repeat(TEMPLATE_LIMITS.source + 1), '模板：模板太长'],
  ])('%j', (source, message) => {
    expect(attempt(source).slice(0, message.length)).toBe(message)
  })
})

describe('hostile templates get nothing', () => {
  it.each(['include', 'render', 'layout', 'block'])('{%% %s %%} is refused', (tag) => {
    for (const file of ['/etc/passwd', '../../library.json', 'package.json', 'obsidian'])
      expect(attempt(`\n{% ${tag} "${file}" %}{% end${tag} %}`)).toBe(
        `模板第 2 行：模板不能用 ${tag}，它会读取别的文件。请把要用的内容直接写进这个模板。`,
      )
  })

  it.each([
    '{{ report.constructor }}',
    '{{ report.__proto__ }}',
    '{{ report["constructor"]["constructor"] }}',
    '{{ passages.constructor }}',
    '{{ passages.first.quote.constructor }}',
    '{{ passages.map }}',
    '{{ (1..5).constructor }}',
    '{% for p in passages %}{{ forloop.constructor }}{% endfor %}',
    '{% for p in passages %}{{ forloop.constructor.constructor }}{% endfor %}',
    '{% for p in passages %}{{ forloop.__proto__.constructor }}{% endfor %}',
    '{% for p in passages %}{{ forloop.__proto__.__proto__.constructor.constructor }}{% endfor %}',
    '{% tablerow p in passages %}{{ tablerowloop.constructor.constructor }}{% endtablerow %}',
    '{% assign k = "construct" | append: "or" %}{{ report[k] }}',
    '{{ passages | where: "constructor" | json }}',
    '{{ passages | group_by: "__proto__" | json }}',
    '{{ passages | find_exp: "p", "p.constructor" }}',
    '{{ process.env }}',
    '{{ globalThis }}',
    '{{ this }}',
    '{{ require }}',
  ])('%s', (source) => {
    expect(attempt(source)).toMatch(/^模板第 1 行：(?:没有名为|写法有误)/)
  })

  it.each([
    ['{{ passages | map: "constructor" | join: "" }}', ''],
    ['{{ passages | map: "__proto__" | compact | size }}', '0'],
    ['{{ passages | sort: "constructor" | size }}', '6'],
    ['{{ passages | sum: "constructor" }}', '0'],
    ['{% if report.constructor %}1{% else %}0{% endif %}', '0'],
    ['{{ report.constructor | default: "无" }}', '无'],
    ['{% assign report = "x" %}{{ report }}', 'x'],
  ])('%s finds nothing', (source, text) => {
    expect(render(source)).toBe(text)
  })

  it('changes nothing for the next one', () => {
    attempt('{% assign passages = "" %}{% capture report %}x{% endcapture %}{% increment exported %}')
    attempt('{% for p in passages %}{% assign p = 1 %}{% cycle "a", "b" %}{% endfor %}')
    expect(render(BUILT_IN_TEMPLATES.obsidian)).toBe(exportMarkdown(SAMPLE_EXPORT))
    expect({}).not.toHaveProperty('quote')
  })

  it.each([
    ['a range without end', '{% for i in (1..99999999999) %}x{% endfor %}'],
    [
      'a text that doubles',
      '{% assign s = "xxxxxxxx" %}{% for i in (1..99) %}{% assign s = s | append: s %}{% endfor %}',
    ],
    [
      'a text that doubles by a filter of ours',
      '{% assign s = "\\\\\\"*" %}{% for i in (1..99) %}{% assign s = s | yaml %}{% endfor %}',
    ],
    [
      'a list that doubles',
      '{% assign l = "a,b" | split: "," %}{% for i in (1..99) %}{% assign l = l | concat: l %}{% endfor %}',
    ],
    ['a text of any length', '{{ "a" | slice: 0, 9999999999 }}'],
    ['a date of any width', '{{ 0 | date: "%99999999999Y" }}'],
  ])('%s is stopped', (_what, source) => {
    const began = performance.now()
    expect(attempt(source)).toContain('模板要做的太多，已停止')
    expect(performance.now() - began).toBeLessThan(TEMPLATE_LIMITS.milliseconds + 2000)
  })
})
