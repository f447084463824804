import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { tagTree } from '../core/tags/tag-tree.ts'
import type { Library } from './library.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

const rename = { act: 'rename', from: '民生', to: '社会' } as const

/** Two reports: the first with two annotations and a tag of its own, the second with one. */
async function tagged() {
  const place = libraryPlace()
  const library = await place.open()
  const first = (await importText(library, REPORT)).id
  const second = (await importText(library, `${REPORT}补充。`, 'b.txt')).id
  await tag(library, first, 1, '空气质量', ['民生/教育', '数据'])
  await tag(library, first, 2, '请予审议', ['社会', '民生'])
  await tag(library, second, 3, '空气质量', ['民生'])
  await library.tags.setOwn(first, ['民生'])
  return { place, library, first, second }
}

async function tag(library: Library, report: string, number: number, words: string, tags: readonly string[]) {
  await library.changeAnnotation(report, highlightOf(REPORT, words, annotationId(number)))
  await library.changeAnnotation(report, { act: 'edit', id: annotationId(number), tags })
}

async function tagsIn(library: Library, report: string) {
  const { annotations, summary } = await library.openReport(report)
  return [summary.tags, ...annotations.map((each) => each.tags)]
}

const outline = (library: Library) =>
  tagTree(library.state.reports).map(({ path, own, all }) => `${path} ${own}/${all}`)

describe('tags of a library', () => {
  it('are told by the list, and by the one that is opened next from the index alone', async () => {
    const { place, library, first } = await tagged()
    expect(outline(library)).toEqual(['民生 2/3', '社会 1/1', '数据 1/1'])
    expect(library.state.reports.find(({ id }) => id === first)).toMatchObject({
      tags: ['民生'],
      colors: { indigo: 2, rouge: 0 },
    })
    await library.close()
    const again = await place.open({ checkAfter: setImmediate() })
    expect(outline(again)).toEqual(['民生 2/3', '社会 1/1', '数据 1/1'])
    await again.close()
  })

  it('are renamed in every report, merged where the name is taken, and stay so', async () => {
    const { place, library, first, second } = await tagged()
    const told: string[] = []
    const outcome = await library.tags.change(rename, {
      onProgress: ({ done, total }) => told.push(`${done}/${total}`),
    })
    expect(told).toEqual(['0/2', '1/2'])
    expect(outcome).toMatchObject({ failed: [], cancelled: false })
    expect(outcome.edits.flatMap(({ annotations }) => annotations)).toHaveLength(3)
    expect(await tagsIn(library, first)).toEqual([['社会'], ['社会'], ['社会/教育', '数据']])
    expect(outline(library)).toEqual(['社会 2/3', '数据 1/1'])
    expect((await library.tags.change(rename)).edits).toEqual([])
    await library.close()
    const again = await place.open()
    expect(await tagsIn(again, second)).toEqual([[], ['社会']])
    await again.close()
  })

  it('are given back exactly, and changed again', async () => {
    const { library, first, second } = await tagged()
    const before = [await tagsIn(library, first), await tagsIn(library, second)]
    const made = await library.tags.change(rename)
    const after = [await tagsIn(library, first), await tagsIn(library, second)]
    const back = await library.tags.takeBack(made.edits)
    expect([await tagsIn(library, first), await tagsIn(library, second)]).toEqual(before)
    await library.tags.takeBack(back.edits)
    expect([await tagsIn(library, first), await tagsIn(library, second)]).toEqual(after)
    await library.close()
  })

  it('are deleted with what is under them, and the notes stay', async () => {
    const { library, first, second } = await tagged()
    await library.tags.change({ act: 'delete', tag: '民生' })
    expect(await tagsIn(library, first)).toEqual([[], ['社会'], ['数据']])
    expect(await tagsIn(library, second)).toEqual([[], []])
    await library.close()
  })

  it('are changed in the rest by doing it again, where it was ended', async () => {
    const { library, second } = await tagged()
    let asked = 0
    const outcome = await library.tags.change(rename, { isCancelled: () => ++asked > 1 })
    expect(outcome).toMatchObject({ cancelled: true, failed: [] })
    expect(outcome.edits).toHaveLength(1)
    expect((await library.tags.change(rename)).edits).toHaveLength(1)
    expect(await tagsIn(library, second)).toEqual([[], ['社会']])
    expect(outline(library)).toEqual(['社会 2/3', '数据 1/1'])
    await library.close()
  })

  it('are changed in the others where one report cannot be read, which is told', async () => {
    const { place, library, first, second } = await tagged()
    await library.close()
    const again = await place.open()
    const text = join(place.folder, 'reports', first, 'text.txt')
    const content = readFileSync(text)
    writeFileSync(text, '别的')
    const outcome = await again.tags.change(rename)
    expect(outcome.failed).toMatchObject([{ reportId: first, problem: { code: 'ReportFolderError' } }])
    expect(outcome.edits.map(({ reportId }) => reportId)).toEqual([second])
    writeFileSync(text, content)
    expect((await again.tags.change(rename)).edits.map(({ reportId }) => reportId)).toEqual([first])
    await again.close()
  })

  it('are changed in what another program has written meanwhile', async () => {
    const { place, library, first, second } = await tagged()
    await library.tags.change(rename)
    const other = await place.open({ host: 'there' })
    await tag(other, second, 4, '请予审议', ['民生'])
    await other.close()
    expect((await library.tags.change(rename)).edits.map(({ reportId }) => reportId)).toEqual([second])
    expect(await tagsIn(library, second)).toEqual([[], ['社会'], ['社会']])
    expect((await tagsIn(library, first)).flat()).not.toContain('民生')
    await library.close()
  })

  it('are left alone where nothing may be written, and where a name is none', async () => {
    const { place, library, first } = await tagged()
    await expect(library.tags.change({ ...rename, to: ' # ' })).rejects.toMatchObject({ name: 'TagChangeError' })
    await library.close()
    const reading = await place.open({ readOnly: true })
    await expect(reading.tags.change(rename)).rejects.toThrow('只读')
    await expect(reading.tags.setOwn(first, ['社会'])).rejects.toThrow('只读')
    expect(outline(reading)).toEqual(['民生 2/3', '社会 1/1', '数据 1/1'])
    await reading.close()
  })

  it('of a report itself are written in the one form', async () => {
    const { library, first } = await tagged()
    expect(await library.tags.setOwn(first, ['#民生 / 教育', '民生/教育', ' ', '数据'])).toEqual(['民生/教育', '数据'])
    expect((await library.openReport(first)).summary.tags).toEqual(['民生/教育', '数据'])
    await library.close()
  })
})
