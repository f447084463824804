import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Annotation, ColorId } from '../../core/annotation/annotation.ts'
import { toExportModel } from '../../core/export/export-model.ts'
import { type MergeOptions, mergeMarkdown } from '../../core/export/merge-markdown.ts'
import { toBlockId } from '../../core/export/obsidian-names.ts'
import { annotateSample, SAMPLE_EXPORT } from '../../core/export/testing/sample-export.ts'
import { BUILT_IN_TEMPLATES } from './built-in-templates.ts'
import { createEngine, renderWith } from './engine.ts'

const engine = createEngine()
/** Passages in reading order; two of them quote terms. */
const QUOTES = ['污染防治', '坚持“五源共治”', '绿色转型', '一是严格执行“三重一大”', '表情😀', '生僻字𠮷']

interface Marked {
  readonly at: number
  readonly note?: string
  readonly color?: ColorId
}

function annotate({ at, note = '', color = 'gamboge' }: Marked): Annotation {
  return annotateSample(at, QUOTES[at] ?? '', { note, color })
}

function write(marked: readonly Marked[], exported = '2025-02-01', tags: readonly string[] = ['生态']): string {
  const annotations = marked.map(annotate)
  return renderWith(engine, BUILT_IN_TEMPLATES.logseq, toExportModel({ ...SAMPLE_EXPORT, annotations, exported, tags }))
}

function merge(existing: string, fresh: string, options?: MergeOptions) {
  const merged = mergeMarkdown(existing, fresh, options)
  if (!merged.ok) throw new Error(merged.problem.message)
  return merged.value
}

const idOf = (at: number) => annotate({ at }).id
const gone = (ats: readonly number[], deletedAs: MergeOptions['deletedAs'] = 'strike'): MergeOptions => ({
  deleted: new Set(ats.map((at) => toBlockId(idOf(at)))),
  deletedAs,
})
/** The lines of one passage in a file. */
const blockOf = (file: string, at: number) =>
  new RegExp(`^- id:: ${idOf(at)}\\n(?:  .*\\n|\\n(?=  ))+`, 'm').exec(file)?.[0] ?? ''

describe('merging into a page of Logseq', () => {
  it('updates quote and note in place, and keeps the reader’s blocks, properties and fields', () => {
    const file = write([{ at: 0, note: '旧' }, { at: 2 }])
      .replace('region:: 云汀市\n', 'region:: 云汀市\n我的:: 字段\n')
      .replace('tags:: 生态', 'tags:: 生态, [[我的标签]]')
      .replace(`- id:: ${idOf(0)}\n`, `- id:: ${idOf(0)}\n  collapsed:: true\n`)
      .replace(`- id:: ${idOf(2)}`, `\t- 我的子块\n\t  第二行\n\t\t- 孙块\n- 我的块\n- id:: ${idOf(2)}`)
    const merged = merge(
      file,
      write(
        [
          { at: 0, note: '新\n\n- 列表' },
          { at: 2, note: '添', color: 'rouge' },
        ],
        '2025-03-01',
        ['水'],
      ),
    )
    expect(merged.text).toBe(
      file
        .replace('  旧\n', '  新\n\n  - 列表\n')
        .replace(/(绿色转型\n {2}>\n.*?· )重点( ·.*?\n)/s, '$1存疑$2  #+BEGIN_NOTE\n  添\n  #+END_NOTE\n')
        .replace('2025-02-01', '2025-03-01')
        .replace('[[我的标签]]', '[[我的标签]], 水'),
    )
    expect(merged.fields).toEqual([
      { key: 'tags', before: 'tags:: 生态, [[我的标签]]', after: 'tags:: 生态, [[我的标签]], 水' },
      { key: 'exported', before: 'exported:: 2025-02-01', after: 'exported:: 2025-03-01' },
    ])
  })

  it('finds passages that Logseq or the reader moved under another block, tabs and all', () => {
    const block = blockOf(write([{ at: 2, note: '批' }]), 2)
    const nested = block.replace(/^(?=.)/gm, '\t')
    const file = `${write([{ at: 0 }])}- 我的分类\n${nested}`
    const merged = merge(file, write([{ at: 0 }, { at: 2, note: '改\n行', color: 'rouge' }, { at: 4 }]))
    expect(merged.text).toBe(
      `${file.replace('\t  批\n', '\t  改\n\t  行\n').replace(/(绿色转型.*?· )重点 ·/s, '$1存疑 ·')}${blockOf(write([{ at: 4 }]), 4).replace(/^(?=.)/gm, '\t')}`,
    )
  })

  it('finds a quote that stands in the line of the bullet', () => {
    const file = write([{ at: 0 }]).replace(/- (id:: .*)\n {2}> 污染防治\n/, '- > 污染防治\n  $1\n')
    expect(file).toContain('- > 污染防治\n')
    const merged = merge(file, write([{ at: 0, note: '批' }]))
    expect(merged.changes).toMatchObject([{ kind: 'updated' }])
    expect(merged.text).toBe(`${file}  #+BEGIN_NOTE\n  批\n  #+END_NOTE\n`)
    const struck = merge(file, write([]), gone([0])).text
    expect(struck).toContain(`- > ~~污染防治~~\n  id:: ${idOf(0)}\n  >\n  > ~~`)
  })

  it('strikes out and removes what was deleted, and leaves a block that the reader’s hang on', () => {
    const file = write([{ at: 0, note: '批' }, { at: 2 }, { at: 4 }]).replace(
      `- id:: ${idOf(4)}`,
      `\t- 我的子块\n- id:: ${idOf(4)}`,
    )
    const fresh = write([{ at: 4 }])
    const struck = merge(file, fresh, gone([0, 2])).text
    expect(struck).toContain('  > ~~污染防治~~\n  >\n  > ~~—— ')
    expect(struck).toContain('  #+BEGIN_NOTE\n  ~~批~~\n  #+END_NOTE\n')
    expect(merge(struck, fresh, gone([0, 2])).text).toBe(struck)
    const removed = merge(file, fresh, gone([0, 2], 'remove')).text
    expect(removed).not.toContain('污染防治')
    expect(removed).toContain('  > ~~绿色转型~~\n')
    expect(removed).toContain('\t- 我的子块\n')
  })

  it('adds passages in reading order with the definitions that are missing', () => {
    const file = write([{ at: 1 }, { at: 5 }]).replace('协同治理。', '协同治理。\n\t\t- 我的补充')
    const merged = merge(file, write(QUOTES.map((_, at) => ({ at }))))
    const ids = [...merged.text.matchAll(/^- id:: (\S+)/gm)].map(([, id]) => id)
    expect(ids).toEqual(QUOTES.map((_, at) => idOf(at)))
    expect(merged.terms).toEqual(['“三重一大”'])
    expect(merged.text).toContain('\t\t- 我的补充\n\t- **“三重一大”**：“三重”指三类事项；\n\n\t  “一大”指大额资金。\n')
  })

  it('fills a page that had no passages', () => {
    expect(merge(write([]), write([{ at: 0 }, { at: 2, note: '批' }])).text).toBe(
      write([{ at: 0 }, { at: 2, note: '批' }]),
    )
  })

  it('refuses a page that is not ours, or another report’s', () => {
    const fresh = write([{ at: 0 }])
    expect(mergeMarkdown('title:: 我的\n\n- 笔记\n', fresh)).toMatchObject({ ok: false, problem: { code: 'not-ours' } })
    expect(mergeMarkdown(fresh.replace('0123456789abcdef', 'f'.repeat(16)), fresh)).toMatchObject({
      ok: false,
      problem: { code: 'other-report' },
    })
  })

  const marked = fc.uniqueArray(
    fc.record(
      {
        at: fc.nat(5),
        note: fc
          .array(fc.constantFrom('批', '新', '', '- 一', '```', '#+END_NOTE', 'id:: x', '> 引', '  - 二'), {
            maxLength: 4,
          })
          .map((lines) => lines.join('\n')),
        color: fc.constantFrom<ColorId>('gamboge', 'indigo'),
      },
      { requiredKeys: ['at', 'note'] },
    ),
    { selector: ({ at }) => at },
  )
  const words = fc.constantFrom(
    '- 我的块 §\n  第二行',
    '\t- 我的子块 §\n\t\t- 孙',
    '- ## 标题 §',
    '- ```\n  - § id:: x\n  ```',
    '- > 我的引文 §',
    '- key:: § 值\n  文',
  )

  test('what the reader wrote stays, byte for byte and in order; twice is once; line breaks stay', () => {
    fc.assert(
      fc.property(
        marked,
        marked,
        fc.array(fc.tuple(fc.nat(), words), { maxLength: 6 }),
        fc.subarray([0, 1, 2, 3, 4, 5]),
        fc.constantFrom('strike' as const, 'remove' as const),
        fc.boolean(),
        (before, after, insertions, deleted, deletedAs, windows) => {
          const lineBreak = windows ? '\r\n' : '\n'
          const parts = write(before).split(/\n(?=- )/)
          const own: string[] = []
          for (const [index, [seed, block]] of insertions.entries()) {
            const text = block.replace('§', `§${index}.`)
            // Behind some block of ours or the reader's.
            parts.splice(1 + (seed % Math.max(parts.length - 1, 1)) + (parts.length > 1 ? 1 : 0), 0, text)
            own.push(text)
          }
          const file = `${parts.map((part) => part.trimEnd()).join('\n')}\n`.replaceAll('\n', lineBreak)
          const fresh = write(after, '2025-03-01')
          const how = gone(
            deleted.filter((at) => !after.some((each) => each.at === at)),
            deletedAs,
          )
          const now = merge(file, fresh, how).text
          expect(merge(now, fresh, how)).toMatchObject({ text: now, fields: [], terms: [] })
          if (windows) expect(now.replaceAll('\r\n', '')).not.toContain('\n')
          let found = 0
          for (const text of parts.filter((part) => own.includes(part))) {
            const at = now.indexOf(`${lineBreak}${text.replaceAll('\n', lineBreak)}${lineBreak}`, found)
            expect({ text, isThere: at >= 0 }).toEqual({ text, isThere: true })
            found = at + text.length
          }
          for (const { at } of after) expect(now.split(`- id:: ${idOf(at)}${lineBreak}`)).toHaveLength(2)
        },
      ),
      { numRuns: 200 },
    )
  }, 30_000)
})
