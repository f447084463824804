import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { CONFLICT_COPY_FORMS } from './conflict-copy-name.ts'
import { directReader } from './report-reader.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

const [FIRST, SECOND] = [annotationId(1), annotationId(2)]
const COPY = 'sync-conflict-20260102-030405-ABCDEFG.json'

/**
 * A library, and the files of it as another computer had them that went its own way from a common state: there the
 * first note was edited, a second highlight made, the report corrected, terms and colours changed.
 */
async function withOtherComputer() {
  const place = libraryPlace()
  const library = await place.open()
  const { id } = await importText(library, REPORT)
  await library.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
  await library.close()
  const elsewhere = libraryPlace()
  const folder = join(place.folder, 'reports', id)
  const there = join(elsewhere.folder, 'reports', id)
  mkdirSync(there, { recursive: true })
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(there, name))
  const other = await elsewhere.open()
  await other.changeAnnotation(id, { act: 'edit', id: FIRST, note: '那里' })
  await other.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))
  await other.correctReport(id, [{ what: 'field', field: 'speaker', value: '何 清' }])
  await other.saveReadingPlace(id, 30, 0.3)
  await other.changeReaderTerm({ act: 'add', id: FIRST, term: '五源共治', definition: '五类', cited: null })
  await other.nameColor('rouge', '待查')
  await other.close()
  return {
    place,
    id,
    folder,
    /** Lays the other computer's file beside ours, as a synchroniser does. */
    lay: (file: string, name: string) => {
      const from = existsSync(join(there, file)) ? join(there, file) : join(elsewhere.folder, file)
      const to = existsSync(join(there, file)) ? join(folder, name) : join(place.folder, name)
      copyFileSync(from, to)
    },
    kept: (report = id) => {
      const conflicts = join(place.folder, 'bin', 'conflicts', report)
      return existsSync(conflicts) ? readdirSync(conflicts).sort() : []
    },
  }
}

describe('conflict copies', () => {
  it.each(CONFLICT_COPY_FORMS.map(({ by, example }) => [by, example]))(
    'that %s left are merged when the library is opened, and kept',
    async (_by, name) => {
      const { place, id, folder, lay, kept } = await withOtherComputer()
      lay('annotations.json', name)
      lay('report.json', name.replace('annotations', 'report'))
      const copy = readFileSync(join(folder, name), 'utf8')
      const library = await place.open()
      expect(library.state.reports).toMatchObject([{ annotations: 2, progress: 0.3 }])
      expect(library.state.notices.map(({ code }) => code)).toEqual(['conflict-copy', 'conflict-copy'])
      const opened = await library.openReport(id)
      expect(opened.annotations.map(({ note }) => note).sort()).toEqual(['', '那里'])
      expect(opened.report.speaker).toBe('何 清')
      await library.close()
      expect(readdirSync(folder)).not.toContain(name)
      expect(kept()).toEqual([name, name.replace('annotations', 'report')].sort())
      expect(readFileSync(join(place.folder, 'bin', 'conflicts', id, name), 'utf8')).toBe(copy)

      // It is on the disk, and there is nothing left to do.
      const again = await place.open()
      expect((await again.openReport(id)).annotations).toHaveLength(2)
      expect(again.state.notices).toEqual([])
      await again.close()
    },
  )

  it.each(['text.sync-conflict-20260102-030405-ABCDEFG.txt', "text (Li Hua's conflicted copy 2026-01-02).txt"])(
    'of the text are read where report.json speaks of theirs: %s',
    async (name) => {
      const { place, id, folder } = await withOtherComputer()
      const text = readFileSync(join(folder, 'text.txt'), 'utf8')
      writeFileSync(join(folder, name), text)
      writeFileSync(join(folder, 'text.txt'), `${text}另一版。`)
      const library = await place.open()
      expect(library.state).toMatchObject({ reports: [{ id }], notices: [] })
      expect((await library.openReport(id)).text).toBe(text)
      await library.close()
      // Nobody knows which of the two texts is to stay.
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
    },
  )

  it('are merged when an open report is opened again, and conflicts are to be settled', async () => {
    const { place, id, lay, kept } = await withOtherComputer()
    const library = await place.open()
    await library.changeAnnotation(id, { act: 'edit', id: FIRST, note: '这里' })
    expect((await library.openReport(id)).conflicts).toEqual([])
    lay('annotations.json', `annotations.${COPY}`)
    const { conflicts } = await library.openReport(id)
    expect(conflicts[0]?.versions.map(({ note }) => note).sort()).toEqual(['这里', '那里'])
    expect(kept()).toEqual([`annotations.${COPY}`])
    // The same name again, as another conflict may have it.
    lay('annotations.json', `annotations.${COPY}`)
    await library.openReport(id)
    expect(kept()).toHaveLength(2)
    await library.close()
  })

  it('of a note that was deleted here does not bring it back, nor lose what was written there', async () => {
    const { place, id, lay } = await withOtherComputer()
    const library = await place.open()
    await library.changeAnnotation(id, { act: 'delete', id: FIRST })
    lay('annotations.json', `annotations.${COPY}`)
    const opened = await library.openReport(id)
    expect(opened.annotations.map((each) => each.id)).toEqual([SECOND])
    expect(opened.conflicts[0]?.versions).toMatchObject([{ deleted: true }, { note: '那里' }])
    await library.close()
  })

  it('of the generation before, of the terms and of the names of colours are merged as well', async () => {
    const { place, id, lay, kept } = await withOtherComputer()
    lay('annotations.json', `annotations.previous.${COPY}`)
    lay('glossary.json', `glossary.${COPY}`)
    lay('library.json', `library.${COPY}`)
    const library = await place.open()
    expect(library.readerTerms()).toMatchObject([{ term: '五源共治' }])
    expect(library.state.colorNames.rouge).toBe('待查')
    expect((await library.openReport(id)).annotations).toHaveLength(2)
    await library.close()
    expect(kept()).toEqual([`annotations.previous.${COPY}`])
    expect(kept('').filter((name) => name.endsWith('.json'))).toEqual([`glossary.${COPY}`, `library.${COPY}`])
  })

  it.each([
    ['cut off', '{"schemaVersion":2,"annot'],
    ['empty', ''],
    ['zeros', '\0'.repeat(64)],
    ['of another form', '{"schemaVersion":2,"annotations":[{}]}'],
    ['of a newer version', '{"schemaVersion":99,"annotations":[]}'],
  ])('that are %s stay where they are, and are told of', async (_what, content) => {
    const { place, id, folder, kept } = await withOtherComputer()
    const name = `annotations.${COPY}`
    writeFileSync(join(folder, name), content)
    const library = await place.open()
    expect(library.state.notices).toMatchObject([{ code: 'conflict-copy-left', path: join('reports', id, name) }])
    expect((await library.openReport(id)).annotations).toHaveLength(1)
    expect(readFileSync(join(folder, name), 'utf8')).toBe(content)
    expect(kept()).toEqual([])
    await library.close()
  })

  it('of a record that speaks of another text stay where they are, and are told of', async () => {
    const { place, id, folder } = await withOtherComputer()
    const record = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
    const name = `report.${COPY}`
    writeFileSync(join(folder, name), JSON.stringify({ ...record, textHash: 'of another text' }))
    const library = await place.open()
    await library.openReport(id)
    expect(library.state.notices).toMatchObject([{ message: expect.stringContaining('另一个文字版本') }])
    expect(readdirSync(folder)).toContain(name)
    await library.close()
  })

  it('are not touched where the library is only read, nor looked for where nothing came', async () => {
    const { place, id, folder, lay, kept } = await withOtherComputer()
    await (await place.open()).close()
    const parse = vi.spyOn(directReader, 'parse')
    // A file that is no copy makes no work.
    writeFileSync(join(folder, 'notes.txt'), 'my own')
    await (await place.open()).close()
    expect(parse).not.toHaveBeenCalled()
    lay('annotations.json', `annotations.${COPY}`)
    const reader = await place.open({ readOnly: true })
    await reader.openReport(id)
    await reader.close()
    expect(readdirSync(folder)).toContain(`annotations.${COPY}`)
    expect(kept()).toEqual([])
  })
})

it('what a process that was killed left half written goes when it is old', async () => {
  const { place, folder, lay } = await withOtherComputer()
  lay('annotations.json', `annotations.${COPY}`)
  const [old, young] = ['annotations.json.0123abcd.tmp', 'annotations.json.4567abcd.tmp'].map((name) =>
    join(folder, name),
  )
  for (const path of [old, young]) writeFileSync(path ?? '', 'half')
  utimesSync(old ?? '', 1, 1)
  await (await place.open()).close()
  expect([old, young].map((path) => existsSync(path ?? ''))).toEqual([false, true])
})
