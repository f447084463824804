import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Annotation, type ColorId, DEFAULT_COLOR_NAMES } from '../annotation/annotation.ts'
import type { Report } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { exportMarkdown } from './markdown.ts'
import { identifyExport, type MergeOptions, mergeMarkdown } from './merge-markdown.ts'

const TEXT_HASH = 'a'.repeat(64)
const REPORT_ID = '0123456789abcdef'
const text = '甲段落说五源共治。乙段落说三重一大。丙段落。丁段落。戊段落。己段落。'
const terms = [
  { number: '1', term: '“五源共治”', definition: '对五类污染源协同治理。' },
  { number: '2', term: '“三重一大”', definition: '重大事项决策。\n重要干部任免。' },
]
const report: Report = {
  title: '2025年云汀市政府工作报告',
  region: '云汀市',
  place: null,
  year: 2025,
  delivered: '2025-01-08',
  meeting: null,
  speaker: null,
  blocks: [{ kind: 'paragraph', ...toSourceRange(0, text.length) }],
  outline: [],
  glossary: { heading: '名词解释', entries: terms.map((term) => ({ ...term, ...toSourceRange(0, 1) })) },
  markers: [],
  diagnostics: [],
}

interface Marked {
  /** What is marked: a stands for 甲段落. */
  readonly at: keyof typeof PLACES
  readonly quote?: string
  readonly note?: string
  readonly color?: ColorId
}

const PLACES = { a: '甲', b: '乙', c: '丙', d: '丁', e: '戊', f: '己' } as const

function annotate({ at, quote = `${PLACES[at]}段落`, note = '', color = 'gamboge' }: Marked): Annotation {
  const start = text.indexOf(quote)
  const time = '2025-01-20T00:00:00.000Z'
  const end = start + quote.length
  const anchor = { textHash: TEXT_HASH, start, end, quote, prefix: '', suffix: '', sectionPath: ['一、回顾'] }
  return { id: at, revision: 1, created: time, modified: time, color, note, tags: [], deleted: false, anchor }
}

function write(marked: readonly Marked[], { exported = '2025-02-01', tags = ['生态'], reportId = REPORT_ID } = {}) {
  const annotations = marked.map(annotate)
  const colorNames = DEFAULT_COLOR_NAMES
  return exportMarkdown({ reportId, report, text, textHash: TEXT_HASH, annotations, colorNames, exported, tags })
}

function merge(existing: string, fresh: string, options?: MergeOptions) {
  const merged = mergeMarkdown(existing, fresh, options)
  if (!merged.ok) throw new Error(merged.problem.message)
  return merged.value
}

const gone = (ids: string, deletedAs: MergeOptions['deletedAs'] = 'strike'): MergeOptions => ({
  deleted: new Set([...ids].map((id) => `hl-${id}`)),
  deletedAs,
})

/** `added b, kept a` */
const told = (merged: ReturnType<typeof merge>) =>
  merged.changes.map(({ kind, blockId }) => `${kind} ${blockId.slice('hl-'.length)}`).join(', ')

/** The line that a passage ends with. */
const locator = (at: string, color = '重点') =>
  `> —— 一、回顾 · ¶ 1 · ${color} · [回到原文](meipi://report/${REPORT_ID}?a=${at})`

const passage = (at: keyof typeof PLACES) => `> ${PLACES[at]}段落\n>\n${locator(at)}\n\n^hl-${at}\n`

describe('passages', () => {
  it('nothing changes where nothing has changed', () => {
    const file = write([{ at: 'a', note: '批' }, { at: 'c' }])
    const merged = merge(file, file)
    expect(merged).toMatchObject({ text: file, fields: [], terms: [] })
    expect(told(merged)).toBe('kept a, kept c')
  })

  it('quote, locator and note are updated in place, and the words around stay', () => {
    const file = write([{ at: 'a', note: '旧批' }, { at: 'b' }])
      .replace('^hl-a\n', '^hl-a\n\n我的话，在标记和批注之间。\n')
      .replace('\n^hl-b', '\n另一句，在引文和标记之间。\n\n^hl-b')
      .replace('# 2025年', '前言。\n\n# 我的标题 2025年')
    const fresh = write([
      { at: 'a', note: '新批\n\n第二段', color: 'indigo' },
      { at: 'b', quote: '乙段落说三重一大', note: '添' },
    ])
    const merged = merge(file, fresh)
    expect(told(merged)).toBe('updated a, updated b')
    expect(merged.text).toBe(
      file
        .replace(
          '· 重点 · [回到原文](meipi://report/0123456789abcdef?a=a)',
          '· 数据 · [回到原文](meipi://report/0123456789abcdef?a=a)',
        )
        .replace('> 旧批', '> 新批\n>\n> 第二段')
        .replace('> 乙段落', '> 乙段落说三重一大')
        .replace('^hl-b\n', '^hl-b\n\n> [!note] 批注\n> 添\n'),
    )
    expect(merged.changes[0]).toEqual({
      kind: 'updated',
      blockId: 'hl-a',
      before: `> 甲段落\n>\n${locator('a')}\n> [!note] 批注\n> 旧批`,
      after: `> 甲段落\n>\n${locator('a', '数据')}\n> [!note] 批注\n> 新批\n>\n> 第二段`,
    })
  })

  it('lines that the reader put into quote and note stay where the export says nothing there', () => {
    const file = write([{ at: 'a', note: '批' }])
      .replace('> 甲段落', '> 甲段落\n> （黑体是我加的）')
      .replace('> 批', '> 批\n> 我在文件里接着写。')
    const merged = merge(file, write([{ at: 'a', note: '批', color: 'rouge' }]))
    expect(merged.text).toBe(file.replace('重点', '存疑'))
  })

  it('they are found wherever the reader moved them, in a list of quotes of the reader’s own', () => {
    const moved = `${write([]).split('这份')[0]}## 我的分类\n\n${passage('c')}\n读后感。\n\n> 别处的引文\n\n${passage('a')}`
    const merged = merge(
      moved,
      write([
        { at: 'a', color: 'rouge' },
        { at: 'c', color: 'rouge' },
      ]),
    )
    expect(merged.text).toBe(moved.replaceAll('重点', '存疑'))
  })

  it('a copy of a passage that the reader made is the reader’s', () => {
    const file = `${write([{ at: 'a' }])}\n## 摘抄\n\n${passage('a')}`
    const merged = merge(file, write([{ at: 'a', color: 'rouge' }]))
    expect(merged.text).toBe(file.replace('重点', '存疑'))
  })

  it('an id in a code block is none', () => {
    const code = '```markdown\n> 例\n\n^hl-a\n\n## 术语\n```\n'
    const file = `${write([{ at: 'a' }])}\n${code}`
    expect(merge(file, write([{ at: 'a', color: 'rouge' }])).text).toBe(file.replace('重点', '存疑'))
    const unclosed = write([{ at: 'a' }, { at: 'b' }]).replace('^hl-a', '^hl-a\n\n```\n忘了结束')
    expect(told(merge(unclosed, write([{ at: 'a' }, { at: 'b' }])))).toBe('kept a, kept b')
  })

  it('a quote that the reader took out comes back', () => {
    const file = write([{ at: 'a' }]).replace(/> 甲.*?\n\n\^/s, '^')
    expect(merge(file, write([{ at: 'a' }])).text).toBe(write([{ at: 'a' }]))
  })
})

describe('notes that are gone', () => {
  const file = write([{ at: 'a', note: '批\n\n- 一' }])

  it('are struck out or removed', () => {
    expect(merge(file, write([{ at: 'a' }]), gone('')).text).toBe(
      file.replace('> 批', '> ~~批~~').replace('> - 一', '> - ~~一~~'),
    )
    expect(merge(file, write([{ at: 'a' }]), gone('', 'remove')).text).toBe(write([{ at: 'a' }]))
  })

  it('what stands apart from the passage may be the reader’s and stays', () => {
    const apart = file.replace('^hl-a\n', '^hl-a\n\n中间的话。\n')
    expect(merge(apart, write([{ at: 'a' }]), gone('', 'remove')).text).toBe(apart)
  })
})

describe('deleted annotations', () => {
  const file = write([{ at: 'a', note: '批' }, { at: 'b' }, { at: 'c' }]).replace('^hl-b\n', '^hl-b\n\n我写的。\n')
  const fresh = write([{ at: 'c' }])

  it('are struck out, once', () => {
    const merged = merge(file, fresh, gone('ab'))
    expect(told(merged)).toBe('kept c, removed a, removed b')
    expect(merged.text).toContain(
      `> ~~甲段落~~\n>\n> ~~${locator('a').slice(2)}~~\n\n^hl-a\n\n> [!note] 批注\n> ~~批~~\n\n> ~~乙段落~~\n`,
    )
    expect(merged.text).toContain('\n\n^hl-b\n\n我写的。\n\n')
    expect(merge(merged.text, fresh, gone('ab')).text).toBe(merged.text)
  })

  it('are removed, with what the reader wrote about them left', () => {
    const merged = merge(file, fresh, gone('ab', 'remove'))
    expect(merged.text).toBe(write([{ at: 'c' }]).replace('> 丙', '我写的。\n\n> 丙'))
    expect(merged.changes.slice(1)).toEqual([
      { kind: 'removed', blockId: 'hl-a', before: `> 甲段落\n>\n${locator('a')}\n> [!note] 批注\n> 批` },
      { kind: 'removed', blockId: 'hl-b', before: `> 乙段落\n>\n${locator('b')}` },
    ])
  })

  it('are struck out, not removed, where the reader has a copy, which stays as it is', () => {
    const copied = `${file}\n## 摘抄\n\n${passage('a')}`
    const once = merge(copied, fresh, gone('ab', 'remove')).text
    expect(once).toContain('> ~~甲段落~~\n')
    expect(once).toContain(`\n## 摘抄\n\n${passage('a')}`)
    expect(merge(once, fresh, gone('ab', 'remove')).text).toBe(once)
  })

  it('stand again when they are restored', () => {
    const struck = merge(file, fresh, gone('ab')).text
    const whole = write([{ at: 'a', note: '批' }, { at: 'b' }, { at: 'c' }])
    expect(merge(struck, whole).text).toBe(file)
  })

  it('what the export lacks and nobody deleted is left: it was exported with another choice', () => {
    expect(merge(file, fresh).text).toBe(file)
  })
})

describe('new passages', () => {
  it('come in reading order, behind what the reader wrote about the one before', () => {
    const file = write([{ at: 'b' }, { at: 'e' }]).replace(
      '^hl-b\n',
      '^hl-b\n\n我对乙的看法。\n\n- 甚至一个列表\n\n## 我的下一节\n\n引言。\n',
    )
    const merged = merge(file, write((['a', 'b', 'c', 'd', 'e', 'f'] as const).map((at) => ({ at }))))
    expect(told(merged)).toBe('added a, kept b, added c, added d, kept e, added f')
    expect(merged.text).toBe(
      file
        .replace('> 乙', `${passage('a')}\n> 乙`)
        .replace('- 甚至一个列表\n', `- 甚至一个列表\n\n${passage('c')}\n${passage('d')}`)
        .replace('^hl-e\n', `^hl-e\n\n${passage('f')}`),
    )
  })

  it('take the place of the line that says there are none', () => {
    const marked = [{ at: 'c' }, { at: 'd', note: '批' }] as const
    expect(merge(write([]), write(marked)).text).toBe(write(marked))
    const mine = `${write([]).replace('这份报告还没有划线。\n', '')}\n我的笔记。\n`
    expect(merge(mine, write(marked)).text).toBe(`${mine}\n${passage('c')}\n${passage('d')}\n> [!note] 批注\n> 批\n`)
  })

  it('go before the terms where every passage was taken out, and to the end of a file without a last line break', () => {
    const fresh = write([{ at: 'a', quote: '甲段落说五源共治' }])
    const emptied = fresh.replace(/> 甲.*\^hl-a\n\n/s, '')
    expect(merge(emptied, fresh).text).toBe(fresh)
    const file = write([{ at: 'a' }])
    expect(merge(file.trimEnd(), write([{ at: 'a' }, { at: 'b' }])).text).toBe(`${file}\n${passage('b')}`)
  })

  it('bring the definitions of their terms', () => {
    const marked = [{ at: 'a', quote: '甲段落说五源共治' }] as const
    const file = write(marked).replace('协同治理。', '协同治理。（我补充：五类是……）').concat('\n## 附记\n\n完。\n')
    const more = [...marked, { at: 'b', quote: '乙段落说三重一大' }] as const
    const merged = merge(file, write(more))
    expect(merged.terms).toEqual(['“三重一大”'])
    expect(merged.text).toContain(
      '（我补充：五类是……）\n- **“三重一大”**（注释 2）：重大事项决策。\n\n  重要干部任免。\n\n## 附记\n',
    )
    const without = write([{ at: 'c' }])
    expect(merge(without, write([...more, { at: 'c' }])).text).toBe(write([...more, { at: 'c' }]))
  })

  it('bring back no definitions that the reader threw out, where nothing is new', () => {
    const fresh = write([{ at: 'a', quote: '甲段落说五源共治' }])
    const file = fresh.replace(/\n## 术语.*/s, '')
    expect(merge(file, fresh).text).toBe(file)
  })
})

describe('front matter', () => {
  it('our fields are updated, the reader’s stay with comments, order and quotes', () => {
    const file = write([{ at: 'a' }])
      .replace('tags:\n  - "生态"', 'tags:\n  - "生态"\n  - 我的 # 重要')
      .replace('---\ntitle', "---\n# 我的注释\n评级: '5'\ntitle")
    const merged = merge(file, write([{ at: 'a' }], { exported: '2025-03-01', tags: ['生态', '水'] }))
    expect(merged.text).toBe(file.replace('我的 # 重要', '我的 # 重要\n  - "水"').replace('2025-02-01', '2025-03-01'))
    expect(merged.fields).toEqual([
      expect.objectContaining({ key: 'tags' }),
      { key: 'exported', before: 'exported: "2025-02-01"', after: 'exported: "2025-03-01"' },
    ])
  })

  it('none is made where the reader took it out', () => {
    const file = write([{ at: 'a' }]).replace(/^---.*?---\n\n/s, '')
    expect(merge(file, write([{ at: 'a', color: 'rouge' }])).text).toBe(file.replace('重点', '存疑'))
  })

  it('a byte order mark stays', () => {
    const file = `\ufeff${write([{ at: 'a' }])}`
    expect(merge(file, write([{ at: 'a', color: 'rouge' }])).text).toBe(file.replace('重点', '存疑'))
  })
})

describe('files that are refused', () => {
  const fresh = write([{ at: 'a' }])

  it.each([
    ['not ours', '# 我的笔记\n\n> 甲段落\n', '没有找到这份报告的批注标记'],
    ['empty', '', '没有找到这份报告的批注标记'],
    ['another report’s', write([{ at: 'a' }], { reportId: 'ffffffffffffffff' }), '属于另一份报告（ffffffffffffffff）'],
    ['another report’s without front matter', '> 引\n\n^hl-other\n', '没有找到这份报告的批注标记'],
    ['with a broken front matter', fresh.replace('region:', 'region: [\nx:'), '第 3 行|第 4 行|第 5 行'],
  ])('%s', (_what, existing, message) => {
    const merged = mergeMarkdown(existing, fresh)
    expect(merged.ok ? merged.value.text : merged.problem.message).toMatch(new RegExp(message))
  })

  it.each([
    ['notes outside a callout', '> 甲段落\n\n^hl-a\n\n批注：批\n\n> 乙段落\n\n^hl-b\n'],
    ['a note outside a callout, at the end', '> 甲段落\n\n^hl-a\n\n批注：批\n'],
    ['no ids', '> 甲段落\n'],
    ['no quotes', '甲段落\n\n^hl-a\n'],
  ])('templates with %s cannot update', (_what, made) => {
    const merged = mergeMarkdown(fresh, made)
    expect(merged.ok ? merged.value.text : merged.problem.message).toContain('不能更新')
  })
})

describe('identifyExport', () => {
  it.each([
    [write([]), { reportId: REPORT_ID, kind: 'obsidian' }],
    [`\ufeff${write([]).replaceAll('\n', '\r\n')}`, { reportId: REPORT_ID, kind: 'obsidian' }],
    [`---\nmeipi_report: ${REPORT_ID}\n---\n`, { reportId: REPORT_ID, kind: 'obsidian' }],
    [`title:: 题\nmeipi-report:: ${REPORT_ID}\n\n- 块\n`, { reportId: REPORT_ID, kind: 'logseq' }],
    ['---\nmeipi_report: ../../etc\n---\n', null],
    [`meipi_report: ${REPORT_ID}\n`, null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(identifyExport(text)).toEqual(expected)
  })
})

describe('laws', () => {
  const at = fc.constantFrom(...(['a', 'b', 'c', 'd', 'e', 'f'] as const))
  const note = fc
    .array(fc.constantFrom('批', '新的', '', '- 一', '```', '^hl-a', '## 题', '> 引', '---'), { maxLength: 4 })
    .map((lines) => lines.join('\n'))
  const marked = fc.uniqueArray(
    fc.record({ at, note, color: fc.constantFrom<ColorId>('gamboge', 'indigo') }, { requiredKeys: ['at', 'note'] }),
    { selector: (each) => each.at },
  )
  /** What a reader writes: a block with blank lines around it, marked by its number, never one of ours. */
  const words = fc.oneof(
    fc.string({ unit: 'binary' }).map((line) => `我§${line.replace(/[\n\r]/g, '')}`),
    fc.constantFrom(
      '## 我的标题 §',
      '- 一 §\n- 二\n  - 三',
      '> 我的引文 §\n> 两行',
      '> [!tip] 我的 §\n> 话',
      '```js\n> x §\n\n^hl-a\n\n## 术语\n```',
      '| 甲 § | 乙 |\n| - | - |',
      '[[云汀市#^hl-a]] 见上 §',
      '%% 注 § %%',
      '---\n§\n---',
      '    缩进的代码 §',
      '段尾 § ^my-id',
      '<!-- § -->',
    ),
  )
  const insertions = fc.array(fc.tuple(fc.nat(), words), { maxLength: 8 })
  const options = fc.record({
    deleted: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
    deletedAs: fc.constantFrom('strike' as const, 'remove' as const),
  })

  /** A file with the reader's blocks between the blocks of its body, also between a quote, its id and its note. */
  function writeInto(file: string, insertions: readonly (readonly [number, string])[]) {
    const body = file.indexOf('\n---\n') + '\n---\n\n'.length
    const blocks = file.slice(body).trimEnd().split('\n\n')
    const mine: string[] = []
    for (const [index, [seed, block]] of insertions.entries()) {
      const own = block.replace('§', `§${index}.`)
      blocks.splice(1 + (seed % blocks.length), 0, own)
      mine.push(own)
    }
    return {
      file: `${file.slice(0, body)}${blocks.join('\n\n')}\n`,
      mine: blocks.filter((block) => mine.includes(block)),
    }
  }

  test('what the reader wrote stays, byte for byte and in order; twice is once; line breaks stay', () => {
    fc.assert(
      fc.property(marked, marked, insertions, options, fc.boolean(), (before, after, blocks, choice, windows) => {
        const lineBreak = windows ? '\r\n' : '\n'
        const written = writeInto(write(before), blocks)
        const file = written.file.replaceAll('\n', lineBreak)
        const fresh = write(after, { exported: '2025-03-01' })
        const ids = choice.deleted.filter((id) => !after.some((each) => each.at === id))
        const how = gone(ids.join(''), choice.deletedAs)
        const now = merge(file, fresh, how).text

        expect(merge(now, fresh, how)).toMatchObject({ text: now, fields: [], terms: [] })
        if (windows) expect(now.replaceAll('\r\n', '')).not.toContain('\n')
        let found = 0
        for (const block of written.mine) {
          const own = block.replaceAll('\n', lineBreak)
          const at = now.indexOf(`${lineBreak}${own}${lineBreak}`, found)
          expect({ block, isThere: at >= 0 }).toEqual({ block, isThere: true })
          expect(now.indexOf(own)).toBe(now.lastIndexOf(own))
          found = at + own.length
        }
        for (const each of after) expect(now).toContain(`${lineBreak}^hl-${each.at}${lineBreak}`)
        const left = before.filter(({ at }) => !ids.includes(at)).map(({ at }) => at)
        for (const id of left) expect(now).toContain(`^hl-${id}${lineBreak}`)
      }),
      { numRuns: 300 },
    )
  })

  test('a file that only the reader has changed is not changed at all', () => {
    fc.assert(
      fc.property(marked, insertions, fc.boolean(), (before, blocks, windows) => {
        const fresh = write(before)
        const { file } = writeInto(fresh, blocks)
        const written = windows ? file.replaceAll('\n', '\r\n') : file
        expect(merge(written, fresh).text).toBe(written)
      }),
      { numRuns: 300 },
    )
  })

  test('whatever the file holds, it is merged or refused, and nothing of it that is not ours is lost', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '---',
        '^hl-a',
        '^hl-b',
        '^hl-d',
        '> ',
        '> 甲段落',
        locator('a'),
        locator('d'),
        '```',
        '## 术语',
        '- **x**：y',
        `meipi_report: ${REPORT_ID}`,
        'id:: x',
        '',
        ' ',
        '\t- ',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(line),
        marked,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (lines, after, lineBreak, isOurs) => {
          const fresh = write([{ at: 'a' }, ...after.filter(({ at }) => at < 'd' && at > 'a')])
          const how = gone('def', 'remove')
          // Most often with a passage that makes it ours.
          const file = [...(isOurs ? ['> x', '', '^hl-a', ''] : []), ...lines].join(lineBreak)
          const merged = mergeMarkdown(file, fresh, how)
          if (!merged.ok) {
            expect(merged.problem.message).toMatch(/没有改动/)
            return
          }
          expect(merge(merged.value.text, fresh, how).text).toBe(merged.value.text)
          for (const own of lines.flatMap((each) => each.split(/\r?\n/)))
            if (!/^(?:>|\^hl-|\s*$|这份报告|meipi_report)/.test(own)) expect(merged.value.text).toContain(own)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('passages come in reading order', () => {
    fc.assert(
      fc.property(marked, marked, insertions, (before, after, blocks) => {
        const { file } = writeInto(write(before), blocks)
        const all = [...new Map([...before, ...after].map((each) => [each.at, each])).values()]
        const now = merge(file, write(all)).text
        const ids = [...now.replace(/```js.*?```/gs, '').matchAll(/^\^hl-(.)$/gm)].map(([, id]) => id)
        expect(ids).toEqual(all.map((each) => each.at).toSorted())
      }),
    )
  })
})
