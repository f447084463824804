import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationConflicts } from '../core/annotation/merge-annotations.ts'
import type { Library } from './library.ts'
import { annotationsForm } from './records.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

const [FIRST, SECOND, THIRD] = [annotationId(1), annotationId(2), annotationId(3)]
const quotes = async (library: Library, id: string) =>
  (await library.openReport(id)).annotations.map(({ anchor }) => anchor.quote).sort()

/** One folder that two computers have open: a network drive, or a synchroniser that is quick. */
async function onTwoComputers() {
  const place = libraryPlace()
  const here = await place.open({ host: 'here' })
  const { id } = await importText(here, REPORT)
  const there = await place.open({ host: 'there' })
  return {
    place,
    here,
    there,
    id,
    file: (name: string) => join(place.folder, 'reports', id, name),
    close: () => Promise.all([here.close(), there.close()]),
  }
}

describe('a library that two computers write to', () => {
  it('has what both wrote, each on top of the other', async () => {
    const { here, there, id, close } = await onTwoComputers()
    await here.openReport(id)
    await there.openReport(id)
    await here.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    await there.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))
    await here.changeAnnotation(id, highlightOf(REPORT, '抓好各项', THIRD))
    for (const library of [here, there])
      expect(await quotes(library, id)).toEqual(['抓好各项', '空气质量', '请予审议'].sort())
    expect(here.state.reports).toMatchObject([{ annotations: 3 }])
    expect(here.state.notices).toMatchObject([{ code: 'merged', path: join('reports', id, 'annotations.json') }])
    await close()
  })

  it('keeps both of two edits that were made apart, to be settled once', async () => {
    const { place, here, there, id, close } = await onTwoComputers()
    await here.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    await there.openReport(id)
    await here.changeAnnotation(id, { act: 'edit', id: FIRST, note: '这里' })
    // What comes back is what is on the disk: both.
    const edited = await there.changeAnnotation(id, { act: 'edit', id: FIRST, note: '那里' })
    const [conflict] = annotationConflicts([edited])
    expect(conflict?.versions.map(({ note }) => note).sort()).toEqual(['那里', '这里'].sort())
    const [keep = '1-', ...drop] = conflict?.versions.map(({ versionId }) => versionId) ?? []
    await there.changeAnnotation(id, { act: 'settle', id: FIRST, keep, drop, note: '这里和那里' })
    for (const library of [here, there])
      expect((await library.openReport(id)).annotations).toMatchObject([{ note: '这里和那里' }])
    await close()
    const again = await place.open()
    expect((await again.openReport(id)).conflicts).toEqual([])
    await again.close()
  })

  it('loses nothing of many changes at once', async () => {
    const { place, here, there, id, close } = await onTwoComputers()
    const changes = Array.from({ length: 20 }, (_, number) => ({
      ...highlightOf(REPORT, '空气质量', annotationId(number)),
      note: String(number),
    }))
    await Promise.all(changes.map((change, number) => [here, there][number % 2]?.changeAnnotation(id, change)))
    await close()
    const again = await place.open()
    expect((await again.openReport(id)).annotations.map(({ note }) => Number(note)).sort((a, b) => a - b)).toEqual(
      changes.map((_, number) => number),
    )
    await again.close()
  })

  it('merges places, corrections, terms and names of colours', async () => {
    const { here, there, id, close } = await onTwoComputers()
    await there.openReport(id)
    await here.correctReport(id, [{ what: 'field', field: 'speaker', value: '何 清' }])
    await there.correctReport(id, [{ what: 'field', field: 'title', value: '另一个标题' }])
    await here.saveReadingPlace(id, 20, 0.5)
    for (const library of [here, there]) {
      const opened = await library.openReport(id)
      expect(opened.report).toMatchObject({ speaker: '何 清', title: '另一个标题' })
      expect(opened.readingPlace).toBe(20)
      expect(library.state.reports).toMatchObject([{ title: '另一个标题' }])
    }
    const term = { act: 'add', definition: '一种解释', cited: null } as const
    await here.changeReaderTerm({ ...term, id: FIRST, term: '五源共治' })
    await there.changeReaderTerm({ ...term, id: SECOND, term: '三命共识' })
    expect(
      there
        .readerTerms()
        .map((each) => each.term)
        .sort(),
    ).toEqual(['三命共识', '五源共治'])
    await here.nameColor('rouge', '待查')
    await there.nameColor('indigo', '数字')
    expect(there.state.colorNames).toMatchObject({ rouge: '待查', indigo: '数字' })
    await close()
  })

  it('has a text again that another computer put in the place of the one that is open', async () => {
    const { here, there, id, file, close } = await onTwoComputers()
    await there.openReport(id)
    await here.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    const second = await importText(here, '附件：重点项目表。\n补充。\n')
    await here.joinReports(id, second.id)
    // It marks what it still shows: the text that the words stand in is kept, and tells where they are now.
    const marked = await there.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))
    expect(marked.anchor).toMatchObject({ quote: '请予审议' })
    expect((await there.openReport(id)).text).toContain('补充。')
    expect(await quotes(there, id)).toEqual(['空气质量', '请予审议'].sort())
    expect(JSON.parse(readFileSync(file('report.json'), 'utf8')).originals).toHaveLength(2)
    await close()
  })
})

describe('a library that is open while another computer works on it', () => {
  const term = { act: 'add', definition: '一种解释', cited: null } as const

  it('has what came when its reader comes back: reports, terms, names of colours', async () => {
    const { place, here, there, id, close } = await onTwoComputers()
    const other = await importText(there, `${REPORT}补充。`)
    await there.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    await there.changeReaderTerm({ ...term, id: FIRST, term: '五源共治' })
    await there.nameColor('rouge', '待查')
    expect(here.state.reports.map((report) => report.id)).toEqual([id])
    await here.refresh()
    expect(here.state.reports.map((report) => report.id).sort()).toEqual([id, other.id].sort())
    expect(here.state.reports.find((report) => report.id === id)).toMatchObject({ annotations: 1 })
    expect(here.readerTerms()).toMatchObject([{ term: '五源共治' }])
    expect(here.state.colorNames.rouge).toBe('待查')

    await there.removeReport(id)
    writeFileSync(
      join(place.folder, 'glossary.sync-conflict-20260102-030405-ABCDEFG.json'),
      readFileSync(join(place.folder, 'glossary.json'), 'utf8').replaceAll('五源共治', '三命共识'),
    )
    await here.refresh()
    expect(here.state.reports.map((report) => report.id)).toEqual([other.id])
    expect(here.readerTermConflicts()).toHaveLength(1)
    expect(readdirSync(place.folder).filter((name) => name.includes('sync-conflict'))).toEqual([])
    await close()
  })

  it('writes again what was written over, at the latest when it is closed', async () => {
    const { place, here, close } = await onTwoComputers()
    const glossary = join(place.folder, 'glossary.json')
    await here.changeReaderTerm({ ...term, id: FIRST, term: '五源共治' })
    const old = readFileSync(glossary)
    await here.changeReaderTerm({ ...term, id: SECOND, term: '三命共识' })
    writeFileSync(glossary, old)
    await close()
    const again = await place.open()
    expect(again.readerTerms()).toHaveLength(2)
    await again.close()
  })

  it('is not looked at again when it is gone', async () => {
    const { place, here, close } = await onTwoComputers()
    renameSync(place.folder, `${place.folder}-away`)
    await expect(here.refresh()).rejects.toThrow('找不到资料库文件夹')
    renameSync(`${place.folder}-away`, place.folder)
    await close()
  })
})

describe('a report’s files that another program writes while it is open', () => {
  it.each([
    ['cut off', '{"schemaVersion":2,"annota'],
    ['empty', ''],
    ['zeros', '\0'.repeat(4096)],
  ])('are set aside where they are %s, and written again with what was known', async (_what, content) => {
    const { here, id, file, close } = await onTwoComputers()
    await here.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    writeFileSync(file('annotations.json'), content)
    await here.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))
    expect(await quotes(here, id)).toEqual(['空气质量', '请予审议'].sort())
    expect(readFileSync(file('annotations.unreadable-1.json'), 'utf8')).toBe(content)
    expect(here.state.notices).toMatchObject([{ code: 'damaged' }])
    await close()
  })

  it('are written again where an older copy was put in their place', async () => {
    const { place, here, id, file, close } = await onTwoComputers()
    await here.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    const old = readFileSync(file('annotations.json'))
    await here.changeAnnotation(id, { act: 'edit', id: FIRST, note: '新' })
    await here.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))
    writeFileSync(file('backup.json'), old)
    renameSync(file('backup.json'), file('annotations.json'))
    expect((await here.openReport(id)).annotations).toHaveLength(2)
    await close()
    const again = await place.open()
    expect((await again.openReport(id)).annotations.map(({ note }) => note).sort()).toEqual(['', '新'])
    await again.close()
  })

  it('are left alone where a newer Meipi wrote them, and everything else can be changed', async () => {
    const { here, id, file, close } = await onTwoComputers()
    const other = await importText(here, `${REPORT}补充。`)
    await here.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    const newer = readFileSync(file('annotations.json'), 'utf8')
      .replace(`"schemaVersion": ${annotationsForm.version}`, '"schemaVersion": 99')
      .replace('"color"', '"hue": 7, "color"')
    writeFileSync(file('annotations.json'), newer)
    await expect(here.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))).rejects.toThrow('更新版本')
    expect(readFileSync(file('annotations.json'), 'utf8')).toBe(newer)
    expect(readdirSync(file('.'))).not.toContain('annotations.unreadable-1.json')
    expect(await quotes(here, id)).toEqual(['空气质量'])
    await here.saveReadingPlace(id, 20, 0.5)
    await here.changeAnnotation(other.id, highlightOf(REPORT, '请予审议', SECOND))
    await close()
  })
})
