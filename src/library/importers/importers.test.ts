import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_IMPORT_BYTES } from './decode-text.ts'
import { readFrontMatter } from './front-matter.ts'
import { ImportError, type ImportProblem } from './import-error.ts'
import { IMPORTABLE_EXTENSIONS, importFile } from './importer-for.ts'
import { repairLineBreaks } from './txt.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, name = 'a.txt') => importFile(utf8(text), name)

function problemOf(run: () => unknown): ImportProblem | 'none' {
  try {
    run()
    return 'none'
  } catch (error) {
    if (error instanceof ImportError) return error.problem
    throw error
  }
}

describe('importFile', () => {
  it.each<[string, Uint8Array, string, ImportProblem]>([
    ['an unknown extension', utf8('文'), 'a.docm', 'unsupported'],
    ['no extension', utf8('文'), 'README', 'unsupported'],
    ['nothing', utf8(''), 'a.txt', 'empty'],
    ['white space', utf8(' \n\u3000\ufeff\r\n'), 'a.txt', 'empty'],
    ['a byte order mark alone', utf8('\ufeff'), 'a.md', 'empty'],
    ['GBK bytes', new Uint8Array([0xd5, 0xfe, 0xb8, 0xae]), 'a.txt', 'encoding'],
    ['half a character', utf8('政府').slice(0, 4), 'a.md', 'encoding'],
    ['NUL', utf8('政\0府'), 'a.txt', 'binary'],
    ['control characters', utf8('\u0001\u0002政府\u0003'), 'a.txt', 'binary'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x3f, 0x65, 0x00, 0x00]), 'a.txt', 'binary'],
    ['too much', new Uint8Array(MAX_IMPORT_BYTES + 1).fill(97), 'a.txt', 'too-large'],
  ])('refuses %s', (_, bytes, name, problem) => {
    expect(problemOf(() => importFile(bytes, name))).toBe(problem)
  })

  it('throws nothing but ImportErrors, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...IMPORTABLE_EXTENSIONS), (bytes, extension) => {
        const problem = problemOf(() => importFile(bytes, `a.${extension}`))
        expect(['none', 'binary', 'encoding', 'empty']).toContain(problem)
      }),
    )
  })

  it('goes by the extension, in any case', () => {
    expect(read('# 甲', '报告.TXT').format).toBe('txt')
    expect(read('# 甲', '报告.2024.Md').format).toBe('md')
  })
})

describe('txt', () => {
  it('makes line ends \\n and drops the byte order mark', () => {
    expect(read('\ufeff甲\r\n乙\r丙\n')).toEqual({
      format: 'txt',
      encoding: 'utf-8',
      text: '甲\n乙\n丙\n',
      hints: { fileName: 'a.txt' },
    })
  })

  it('keeps every other character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        fc.pre(/\S/.test(text) && !/[\p{Cc}\\\ufeff]/u.test(text))
        expect(read(text).text).toBe(text)
      }),
    )
  })

  it.each([
    ['甲\\r\\n乙\\r\\n丙', '甲\n乙\n丙'],
    ['甲\\n乙\\n丙', '甲\n乙\n丙'],
    ['甲\\r\\n乙', '甲\\r\\n乙'],
    ['甲\\r\\n乙\n丙\\r\\n丁', '甲\\r\\n乙\n丙\\r\\n丁'],
    ['甲\\r\\n乙\\r\\n丙\n', '甲\n乙\n丙\n'],
  ])('repairs line breaks that were written out, only in a single line: %j', (text, repaired) => {
    expect(repairLineBreaks(text)).toBe(repaired)
  })
})

describe('md', () => {
  const markdown = (text: string) => read(text, 'a.md')

  it.each([
    ['# 甲 #', '甲'],
    ['###### 甲', '甲'],
    ['#甲', '#甲'],
    ['**甲**乙', '甲乙'],
    ['**甲**乙**丙**', '甲乙丙'],
    ['（**五）甲**', '（五）甲'],
    ['（**五）甲', '（五）甲'],
    ['*甲*', '甲'],
    ['3*5=15', '3*5=15'],
    ['3 * 5', '3 * 5'],
    ['__甲__', '甲'],
    ['a__b', 'a__b'],
    ['* 甲', '甲'],
    ['- 甲', '甲'],
    ['-12', '-12'],
    ['1. 甲', '1. 甲'],
    ['    四格缩进', '    四格缩进'],
    ['1\\. 甲\\*', '1. 甲*'],
    ['\\甲', '\\甲'],
    ['甲<!-- 图：乙 -->丙', '甲丙'],
    ['甲<!-- 没有关上', '甲<!-- 没有关上'],
    ['“三项行动”[^4]，', '“三项行动”[4]，'],
    ['[^4]: 三项行动：甲', '[4] 三项行动：甲'],
    ['甲&nbsp;乙&amp;丙', '甲\u00a0乙&丙'],
    ['甲  \n乙', '甲  \n乙'],
  ])('%j → %j', (raw, text) => {
    expect(markdown(raw).text).toBe(text)
  })

  it('drops a rule between sections', () => {
    expect(markdown('甲\n\n---\n\n* * *\n乙').text).toBe('甲\n\n\n\n\n乙')
  })

  it('says where headings and bold type were', () => {
    const { text, hints } = markdown('前\n## 一、**甲**\n乙**丙**丁')
    expect(hints.headings).toEqual([{ start: 2, end: 5, level: 2 }])
    expect(hints.bold?.map(({ start, end }) => text.slice(start, end))).toEqual(['甲', '丙'])
  })

  it('gives ranges inside the text, whatever the marks', () => {
    const marks = fc.array(
      fc.constantFrom('**', '*', '__', '#', ' ', '\n', '甲', '乙。', '\\', '<!--', '-->', '- ', '[^1]', '---'),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(marks, (parts) => {
        const raw = `甲${parts.join('')}`
        const { text, hints } = markdown(raw)
        for (const { start, end } of [...(hints.bold ?? []), ...(hints.headings ?? [])]) {
          expect(start).toBeLessThanOrEqual(end)
          expect(text.slice(start, end)).not.toContain('\n')
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  it('takes title and source from the front matter', () => {
    const { text, hints } = markdown(
      '---\nsource: https://example.org/a\ntitle: 青禾市政府工作报告（2024年1月4日 林舟）\n---\n\n各位代表：\n',
    )
    expect(hints).toEqual({
      fileName: 'a.md',
      title: '青禾市政府工作报告（2024年1月4日 林舟）',
      source: 'https://example.org/a',
    })
    expect(text).toBe('\n各位代表：\n')
  })

  it.each([
    '---\ntitle: 甲\n没有关上',
    '---\n: : [\n---\n乙',
    '---\n- 甲\n- 乙\n---\n丙',
    '---\n只是一句话\n---\n乙',
    '--- \n\n---\n乙',
    '----\ntitle: 甲\n---\n',
  ])('keeps as text what is no front matter: %j', (raw) => {
    expect(readFrontMatter(raw).end).toBe(0)
  })

  it.each([
    ['title: 2024', '2024'],
    ['title: "2 0 2 4 年"', '2 0 2 4 年'],
    ['title: [甲]', undefined],
    ['title:', undefined],
    ['source:\n- https://example.org/a', undefined],
  ])('%j', (yaml, title) => {
    expect(readFrontMatter(`---\n${yaml}\n---\n`).title).toBe(title)
  })
})
