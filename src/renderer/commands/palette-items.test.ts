import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { COMMAND_IDS, type CommandId } from '../../core/commands.ts'
import { buildDictionary } from '../../core/glossary/dictionary.ts'
import type { ReportSummary } from '../../core/library-view.ts'
import type { OutlineItem } from '../../core/report/report.ts'
import { countColors } from '../../core/tags/tag-counts.ts'
import { foldKey } from '../../core/text/fold.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { findItems, PALETTE_KINDS, type PaletteItem, type PaletteSources } from './palette-items.ts'
import { texts } from './texts.ts'

vi.mock('../meipi-api.ts', () => ({ meipi: {} }))

const report = (region: string | null, year: number | null, more: Partial<ReportSummary> = {}): ReportSummary => ({
  id: `${region} ${year}`,
  file: `${region ?? '报告'}.txt`,
  title: region === null ? null : `${year}年${region}政府工作报告`,
  region,
  province: null,
  year,
  delivered: null,
  textHash: '',
  characters: 0,
  terms: 0,
  annotations: 0,
  tags: [],
  tagCounts: [],
  colors: countColors([]),
  progress: 0,
  doubts: [],
  ...more,
})

const heading = (text: string, start: number): OutlineItem => ({
  text,
  level: 1,
  runIn: false,
  ...toSourceRange(start, start + text.length),
})

const headwordsOf = (...terms: string[]) =>
  buildDictionary(
    [],
    terms.map((term) => ({ id: term, term, definition: '释' })),
  )

const NOWHERE: PaletteSources = {
  reports: [],
  outline: [],
  headwords: [],
  here: new Set(),
  labels: texts.zh.labels,
  isRunnable: () => true,
}

const find = (query: string, sources: Partial<PaletteSources>) =>
  findItems(query, { ...NOWHERE, isRunnable: () => false, ...sources })
    .filter(({ kind }) => kind !== 'find')
    .map(({ text }) => text)

describe('what a query finds of one kind', () => {
  it.each([
    [
      'the whole, then its beginning, then inside',
      '共治',
      ['五源共治', '共治共享', '共治'],
      ['共治', '共治共享', '五源共治'],
    ],
    ['by pinyin', 'wygz', ['三重一大', '五源共治'], ['五源共治']],
    ['by pinyin in full, unfinished', 'wuyuang', ['三重一大', '五源共治'], ['五源共治']],
    ['by any reading of a character', 'scyd', ['三重一大'], ['三重一大']],
    ['characters before pinyin', 'ai', ['爱国卫生', 'AI赋能'], ['AI赋能', '爱国卫生']],
    ['whatever the width, the capitals, the marks and the spaces', ' “５Ｇ” ', ['5g网络'], ['5g网络']],
    ['nothing by letters that stand apart', 'wgz', ['五源共治'], []],
    ['nothing of what is not there', '六源', ['五源共治'], []],
  ])('is %s', (_what, query, terms, found) => {
    expect(find(query, { headwords: headwordsOf(...terms) })).toEqual(found)
  })

  it('keeps the order of the text among headings that match alike', () => {
    const outline = [heading('二、乙的工作', 0), heading('一、甲的工作', 20), heading('工作', 40)]
    expect(find('工作', { outline })).toEqual(['工作', '二、乙的工作', '一、甲的工作'])
  })

  it.each([
    ['its place and year', '云汀', ['云汀市 2025']],
    ['both written together', '云汀市2025', ['云汀市 2025']],
    ['its title', '2025年云汀市政府', ['云汀市 2025']],
    ['its file', 'hh.txt', ['洪湖市 2024']],
    ['pinyin', 'honghu', ['洪湖市 2024']],
  ])('finds a report by %s', (_what, query, found) => {
    const reports = [report('洪湖市', 2024, { file: 'hh.txt' }), report('云汀市', 2025)]
    expect(find(query, { reports })).toEqual(found)
  })

  it('finds a report once whichever of its names match, as well as the best of them does', () => {
    const reports = [report('青禾市', 2024, { file: '云汀.txt' }), report(null, null, { title: '云汀.txt' })]
    expect(find('云汀.txt', { reports })).toHaveLength(2)
    const ranked = [report('青禾市', 2024, { file: '关于云汀' }), report('青禾市', 2023, { file: '云汀' })]
    expect(find('云汀', { reports: ranked })).toEqual(['青禾市 2023', '青禾市 2024'])
  })

  it('has terms of the open report before others that match alike, and after those that match better', () => {
    const headwords = headwordsOf('数字政府', '数字乡村', '数字')
    expect(find('数字', { headwords })).toEqual(['数字', '数字政府', '数字乡村'])
    expect(find('数字', { headwords, here: new Set(['数字乡村']) })).toEqual(['数字', '数字乡村', '数字政府'])
  })

  it('offers only commands that do something now', () => {
    const isRunnable = (id: CommandId) => id !== 'print'
    expect(find('打印', { isRunnable: () => true })).toEqual(['打印…'])
    expect(find('打印', { isRunnable })).toEqual([])
    expect(find('dy', { isRunnable })).not.toContain('打印…')
  })

  it('offers to look for the words in the open report, last', () => {
    const isRunnable = (id: CommandId) => id === 'find'
    expect(findItems(' PM2.5 ', { ...NOWHERE, isRunnable }).at(-1)).toEqual({ kind: 'find', text: 'PM2.5' })
    expect(findItems('PM2.5', { ...NOWHERE, isRunnable: () => false })).toEqual([])
    expect(findItems(' ', { ...NOWHERE, isRunnable }).map(({ kind }) => kind)).not.toContain('find')
  })

  it('finds commands in the language that they are shown in', () => {
    const sources = { labels: texts.en.labels, isRunnable: () => true }
    expect(find('undo', sources)).toEqual(['Undo'])
    expect(find('撤销', sources)).toEqual([])
  })

  it('shows at most seven, the best of all and not of the first', () => {
    const headwords = headwordsOf(...Array.from({ length: 20 }, (_, index) => `第${index}条共治`), '共治')
    const found = find('共治', { headwords })
    expect(found).toHaveLength(7)
    expect(found[0]).toBe('共治')
  })
})

describe('what no query finds', () => {
  const reports = Array.from({ length: 9 }, (_, index) => report('青禾市', 2000 + index))

  it.each(['', '  ', '　', '“”'])('is the first reports and all commands: %j', (query) => {
    const found = findItems(query, {
      ...NOWHERE,
      reports,
      outline: [heading('一、回顾', 0)],
      headwords: headwordsOf('双减'),
    })
    expect(found.slice(0, 7).map(({ text }) => text)).toEqual(reports.slice(0, 7).map(({ year }) => `青禾市 ${year}`))
    expect(found.slice(7).map((item) => item.kind === 'commands' && item.command)).toEqual(COMMAND_IDS)
  })

  it('leaves out commands that do nothing now', () => {
    const found = findItems('', { ...NOWHERE, isRunnable: (id) => id === 'settings' })
    expect(found.map(({ text }) => text)).toEqual(['设置…'])
  })
})

describe('every query', () => {
  const name = fc.string({ unit: fc.constantFrom('五', '源', '共', '治', 'a', 'G', '“'), minLength: 1, maxLength: 6 })
  const names = fc.uniqueArray(name, { maxLength: 12, selector: (text) => foldKey(text) })
  const query = fc.string({ unit: fc.constantFrom('五', '源', '共', 'w', 'y', 'g', 'z', ' ', '”'), maxLength: 4 })

  it('finds items in the order of their kinds, few of each, none twice, the ones that hold it before those by pinyin', () => {
    fc.assert(
      fc.property(query, names, names, names, (typed, regions, headings, terms) => {
        const items = findItems(typed, {
          ...NOWHERE,
          reports: regions.map((region) => report(region, null)),
          outline: headings.map((text, index) => heading(text, index * 10)),
          headwords: headwordsOf(...terms),
          isRunnable: () => false,
        })
        const kinds = items.map(({ kind }) => PALETTE_KINDS.indexOf(kind))
        expect(kinds).toEqual(kinds.toSorted((a, b) => a - b))
        expect(new Set(items.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(items.length)
        const sought = foldKey(typed)
        for (const kind of PALETTE_KINDS) {
          const own = items.filter((item) => item.kind === kind)
          expect(own.length).toBeLessThanOrEqual(7)
          if (kind === 'reports' || sought === '') continue
          const held = own.map(({ text }) => foldKey(text).includes(sought))
          expect(held).toEqual(held.toSorted((a, b) => Number(b) - Number(a)))
          const all = kind === 'headings' ? headings : kind === 'terms' ? terms : []
          const holding = all.filter((text) => foldKey(text).includes(sought)).length
          expect(held.filter((each) => each)).toHaveLength(Math.min(7, holding))
        }
      }),
    )
  })

  it('finds whatever it is shown under, by its whole name', () => {
    fc.assert(
      fc.property(names, (terms) => {
        const headwords = headwordsOf(...terms)
        for (const { term } of headwords) {
          const [first]: PaletteItem[] = findItems(term, { ...NOWHERE, headwords, isRunnable: () => false })
          expect(first?.text).toBe(term)
        }
      }),
    )
  })
})
