import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt, { type Token } from 'markdown-it'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { toExportModel } from '../../core/export/export-model.ts'
import { SAMPLE_EXPORT } from '../../core/export/testing/sample-export.ts'
import { BUILT_IN_TEMPLATES, type BuiltInTemplate } from './built-in-templates.ts'
import { createEngine, renderWith } from './engine.ts'

const NAMES: readonly BuiltInTemplate[] = ['obsidian', 'logseq', 'plain']
const model = toExportModel({
  ...SAMPLE_EXPORT,
  citation: { author: 'government', edition: '2025', number: null, online: null },
})
// HTML is on, so that words that pass for HTML show.
const markdown = new MarkdownIt({ html: true })

const golden = (name: BuiltInTemplate) => readFileSync(join(import.meta.dirname, 'golden', `${name}.md`), 'utf8')

describe.each(NAMES)('%s', (name) => {
  const written = renderWith(createEngine(), BUILT_IN_TEMPLATES[name], model)

  it('writes its golden file', () => {
    expect(written).toBe(golden(name))
  })

  it('shows every quote to a reader of Markdown as it is printed', () => {
    const quotes = readQuotes(written)
    expect(quotes).toEqual(model.passages.map(({ quote }) => quote.split('\n').filter((line) => line.trim() !== '')))
  })

  it('shows every term with its definition', () => {
    const shown = markdown.render(bodyOf(written)).replace(/<[^>]+>/g, '')
    for (const { term, number, definition } of model.terms) {
      const source = number === null ? '' : `（注释 ${number}）`
      expect(shown).toContain(`${term}${source}：${definition.split('\n')[0] || '原文没有给出解释。'}`)
    }
  })

  it('keeps every note whole and apart from what follows', () => {
    const list = markdown.render(bodyOf(written))
    expect(list).toMatch(/<li>\s*上年 <strong>3.4%<\/strong>\s*<\/li>/)
    expect(list).toContain('<code class="language-sql">select 1\n</code>')
  })
})

test('the front matter of obsidian is what YAML reads', () => {
  const yaml = /^---\n(.*?)\n---\n/s.exec(golden('obsidian'))?.[1] ?? ''
  expect(parse(yaml)).toEqual({
    title: '2025年云汀市政府工作报告',
    region: '云汀市',
    year: 2025,
    delivered: '2025-01-08',
    tags: ['生态', '_2025', '待-核实'],
    aliases: ['云汀市 2025'],
    meipi_report: '0123456789abcdef',
    text_hash: 'a'.repeat(64),
    exported: '2025-02-01T08:30:00.000Z',
  })
})

test('a note that leaves code open swallows nothing, in any of them', () => {
  const note = '```\n没有结束'
  const annotations = SAMPLE_EXPORT.annotations.map((annotation) => ({ ...annotation, note }))
  const open = toExportModel({ ...SAMPLE_EXPORT, annotations })
  for (const name of NAMES)
    expect(readQuotes(renderWith(createEngine(), BUILT_IN_TEMPLATES[name], open))).toHaveLength(open.passages.length)
})

/** What follows the front matter, or the page properties. */
function bodyOf(file: string): string {
  const [head = ''] = /^(?:---\n.*?\n---\n|(?:[^\s:]+:: [^\n]*\n)+)/s.exec(file) ?? []
  return file.slice(head.length)
}

/** The paragraphs of every quote that ends with a locator, without it, as their words are shown. */
function readQuotes(file: string): string[][] {
  const quotes: string[][] = []
  let open: string[] | null = null
  for (const token of markdown.parse(bodyOf(file), {})) {
    if (token.type === 'blockquote_open') open = []
    if (token.type === 'inline') open?.push(shownBy(token))
    if (token.type !== 'blockquote_close' || open === null) continue
    if (open.at(-1)?.startsWith('—— ')) quotes.push(open.slice(0, -1))
    open = null
  }
  return quotes
}

function shownBy({ children, content }: Token): string {
  return (children ?? [])
    .map((child) => (child.type === 'text' ? child.content : `<${child.type}: ${content}>`))
    .join('')
}
