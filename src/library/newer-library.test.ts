import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { SCHEMA_VERSION } from './records.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

const TERM = { act: 'add', id: annotationId(9), term: '五源共治', definition: '五类污染源', cited: null } as const

/** A library with two reports, a highlight in each, and a term; `raise` makes a file of it one of a newer version. */
async function withNotes() {
  const place = libraryPlace()
  const library = await place.open()
  const first = await importText(library, REPORT)
  const second = await importText(library, `${REPORT}补充。`)
  for (const { id } of [first, second]) await library.changeAnnotation(id, highlightOf(REPORT, '空气质量'))
  await library.changeReaderTerm(TERM)
  await library.nameColor('rouge', '待查')
  await library.close()
  const raise = (path: string, change: (content: string) => string = (content) => content) => {
    const content = readFileSync(join(place.folder, path), 'utf8')
    const newer = content.replace(
      `"schemaVersion": ${SCHEMA_VERSION}`,
      `"schemaVersion": ${SCHEMA_VERSION + 1}, "more": 1`,
    )
    expect(newer).not.toBe(content)
    writeFileSync(join(place.folder, path), change(newer))
    return () => expect(readFileSync(join(place.folder, path), 'utf8')).toBe(change(newer))
  }
  return { place, raise, first: first.id, second: second.id, at: (name: string) => join('reports', first.id, name) }
}

describe('a library of a newer version', () => {
  it.each([
    ['is read as far as it is understood', (content: string) => content, '待查'],
    [
      'is opened without what is not understood',
      (content: string) => content.replace('"created"', '"made"'),
      DEFAULT_COLOR_NAMES.rouge,
    ],
  ])('%s, and nothing in it is touched', async (_what, change, colorName) => {
    const { place, raise, first } = await withNotes()
    const expectUntouched = raise('library.json', change)
    const files = readdirSync(place.folder, { recursive: true })
    const library = await place.open()
    expect(library.readOnly).toBe(true)
    expect(library.state).toMatchObject({
      refusal: { code: 'NewerSchemaError', message: expect.stringContaining('更新眉批') },
      notices: [{ code: 'newer', path: 'library.json', message: expect.stringContaining('更新版本') }],
      colorNames: { rouge: colorName },
    })
    expect((await library.openReport(first)).annotations).toHaveLength(1)
    const refused = await Promise.allSettled([
      library.changeAnnotation(first, highlightOf(REPORT, '请予审议', annotationId(2))),
      library.saveReadingPlace(first, 1, 0.1),
      library.removeReport(first),
      library.changeReaderTerm({ act: 'delete', id: TERM.id }),
      library.nameColor('indigo', '数字'),
    ])
    for (const each of refused)
      expect(each).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('更新眉批') } })
    expect(await library.importFile(place.file('a.txt', `${REPORT}又一份。`), 'a.txt')).toMatchObject({
      status: 'failed',
      problem: { code: 'NewerSchemaError' },
    })
    await library.close()
    expect(readdirSync(place.folder, { recursive: true })).toEqual(files)
    expectUntouched()
  })
})

describe('a file of a newer version in a library of this one', () => {
  it('annotations.json that is understood: shown, not changed; the rest is', async () => {
    const { place, raise, first, second, at } = await withNotes()
    const expectUntouched = raise(at('annotations.json'))
    const library = await place.open()
    expect(library.readOnly).toBe(false)
    expect((await library.openReport(first)).annotations).toHaveLength(1)
    expect(library.state.notices).toMatchObject([{ code: 'newer', path: at('annotations.json') }])
    await expect(library.changeAnnotation(first, { act: 'delete', id: annotationId(1) })).rejects.toThrow('更新眉批')
    await library.saveReadingPlace(first, 1, 0.1)
    await library.changeAnnotation(second, { act: 'delete', id: annotationId(1) })
    await library.close()
    expectUntouched()
  })

  it('annotations.json that is not understood: the report is there without them', async () => {
    const { place, raise, first, at } = await withNotes()
    const expectUntouched = raise(at('annotations.json'), (content) => content.replace('"indigo"', '"ultramarine"'))
    const library = await place.open()
    expect((await library.openReport(first)).annotations).toEqual([])
    expect(library.state.notices).toMatchObject([{ code: 'newer', message: expect.stringContaining('读不出来') }])
    await expect(library.changeAnnotation(first, highlightOf(REPORT, '请予审议'))).rejects.toThrow('更新眉批')
    await library.close()
    expectUntouched()
  })

  it('report.json that is not understood: told of, and the others are there', async () => {
    const { place, raise, first, second, at } = await withNotes()
    const expectUntouched = raise(at('report.json'), (content) => content.replace('"importer"', '"reader"'))
    const library = await place.open()
    expect(library.state.reports.map(({ id }) => id)).toEqual([second])
    expect(library.state.notices).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ code: 'newer', path: at('report.json') })]),
    )
    // Importing the file again does not take it for damaged.
    expect(await library.importFile(place.file('a.txt', REPORT), 'a.txt')).toMatchObject({ status: 'failed' })
    await expect(library.openReport(first)).rejects.toThrow('更新眉批')
    await library.close()
    expectUntouched()
  })

  it.each([
    ['understood', (content: string) => content, 1],
    ['not understood', (content: string) => content.replace('"definition"', '"meaning"'), 0],
  ])('glossary.json that is %s: its terms are not changed', async (_what, change, terms) => {
    const { place, raise, first } = await withNotes()
    const expectUntouched = raise('glossary.json', change)
    const library = await place.open()
    expect(library.readerTerms()).toHaveLength(terms)
    await expect(library.changeReaderTerm({ ...TERM, id: annotationId(8), term: '三命共识' })).rejects.toThrow(
      '更新眉批',
    )
    await library.changeAnnotation(first, highlightOf(REPORT, '请予审议', annotationId(2)))
    await library.close()
    expectUntouched()
  })
})
