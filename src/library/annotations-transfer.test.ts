import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importAnnotations } from './annotations-in.ts'
import { exportAnnotations } from './annotations-out.ts'
import type { Library } from './library.ts'
import { LibraryError } from './library-error.ts'
import {
  annotationId,
  highlightOf,
  importText,
  type LibraryPlace,
  libraryPlace,
  REPORT,
} from './testing/library-place.ts'

const NOW = '2026-01-02T03:04:05.678Z'
const W3C = { format: 'w3c', tombstones: true } as const

/** A library with the report in it, and no annotation. */
async function emptyLibrary(): Promise<{ place: LibraryPlace; library: Library; id: string }> {
  const place = libraryPlace()
  const library = await place.open()
  const { id } = await importText(library, REPORT)
  return { place, library, id }
}

/** A library with a note, a highlight and a deleted one. */
async function fullLibrary() {
  const made = await emptyLibrary()
  const { library, id } = made
  await library.changeAnnotation(id, { ...highlightOf(REPORT, '空气质量'), note: '**核对** 😀' })
  await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), tags: ['环境/空气', '待办'] })
  await library.changeAnnotation(id, highlightOf(REPORT, '五源共治', annotationId(2)))
  await library.changeAnnotation(id, highlightOf(REPORT, '请予审议', annotationId(3)))
  await library.changeAnnotation(id, { act: 'delete', id: annotationId(3) })
  return made
}

const outcomesOf = async (library: Library, file: string) =>
  (await importAnnotations(library, file, NOW)).map(({ outcome }) => outcome)

describe('annotations out of one library and into another', () => {
  it('are equal there, on the disk too, and a second time nothing happens', async () => {
    const from = await fullLibrary()
    const file = await exportAnnotations(from.library, [from.id], W3C)
    const to = await emptyLibrary()
    expect(await outcomesOf(to.library, file)).toEqual(['added', 'added', 'added'])
    const byId = (list: Awaited<ReturnType<Library['allAnnotations']>>) =>
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const expected = byId(await from.library.allAnnotations(from.id))
    expect(byId(await to.library.allAnnotations(to.id))).toEqual(expected)
    expect(to.library.state.reports).toMatchObject([{ annotations: 2 }])

    const stored = join(to.place.folder, 'reports', to.id, 'annotations.json')
    const before = statSync(stored).mtimeMs
    expect(await outcomesOf(to.library, file)).toEqual(['same', 'same', 'same'])
    expect(statSync(stored).mtimeMs).toBe(before)
    await to.library.close()
    const again = await to.place.open()
    expect(byId(await again.allAnnotations(to.id))).toEqual(expected)
    expect(await exportAnnotations(again, [to.id], W3C)).toBe(file)
    await again.close()
    await from.library.close()
  })

  it('what was made from the other wins, on either side; what was made apart is kept on both', async () => {
    const { library, id } = await fullLibrary()
    const early = await exportAnnotations(library, [id], W3C)
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), note: '改过' })
    const late = await exportAnnotations(library, [id], W3C)
    expect(await outcomesOf(library, early)).toEqual(['same', 'same', 'older'])

    const other = await emptyLibrary()
    await importAnnotations(other.library, early, NOW)
    await other.library.changeAnnotation(other.id, { act: 'delete', id: annotationId(2) })
    expect(await outcomesOf(other.library, late)).toEqual(['same', 'deleted', 'updated'])
    await other.library.changeAnnotation(other.id, { act: 'edit', id: annotationId(1), note: '别处改的' })
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), note: '再改' })
    expect(await outcomesOf(other.library, await exportAnnotations(library, [id], W3C))).toEqual([
      'same',
      'deleted',
      'conflict',
    ])
    const { conflicts } = await other.library.openReport(other.id)
    expect(conflicts.map(({ versions }) => versions.map(({ note }) => note).toSorted())).toEqual([['再改', '别处改的']])

    // What is settled there is no question here, and both have all versions.
    const [shown, rival] = conflicts[0]?.versions ?? []
    if (!shown || !rival) throw new Error('no conflict')
    const settle = { act: 'settle', id: annotationId(1), keep: rival.versionId, drop: [shown.versionId] } as const
    await other.library.changeAnnotation(other.id, { ...settle, note: '合为一条' })
    expect(await outcomesOf(library, await exportAnnotations(other.library, [other.id], W3C))).toEqual([
      'same',
      'updated',
      'updated',
    ])
    expect(await library.openReport(id)).toMatchObject({ conflicts: [], annotations: [{ note: '合为一条' }] })
  })

  it('a file with one wrong annotation is refused whole, by its line', async () => {
    const { library, id } = await fullLibrary()
    const file = await exportAnnotations(library, [id], W3C)
    const to = await emptyLibrary()
    const line = file.split('\n').findIndex((each) => each.includes('"exact":"空气质量"')) + 1
    for (const [was, is] of [
      ['"exact":"空气质量"', '"exact":"水质"'],
      ['"color":"indigo","colorName":"数据","body":[{', '"color":"pink","body":[{'],
    ] as const) {
      expect(file).toContain(was)
      const wrong = file.replace(was, is)
      const refused = importAnnotations(to.library, wrong, NOW)
      await expect(refused).rejects.toThrow(LibraryError)
      await expect(refused).rejects.toThrow(`第 ${line} 行`)
    }
    expect(await to.library.allAnnotations(to.id)).toEqual([])
  })

  it('annotations of a report that is not here are told, the others come in', async () => {
    const from = await fullLibrary()
    const second = await importText(from.library, REPORT.replace('抓好各项', '落实各项'), 'b.txt')
    await from.library.changeAnnotation(second.id, highlightOf(REPORT, '各位代表', annotationId(9)))
    const file = await exportAnnotations(from.library, [from.id, second.id], W3C)
    const to = await emptyLibrary()
    const outcomes = await importAnnotations(to.library, file, NOW)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added', 'no-report'])
    expect(outcomes.at(-1)).toMatchObject({ reportId: second.id })
    expect(file.split('\n')[(outcomes.at(-1)?.line ?? 0) - 1]).toContain(annotationId(9))
  })

  it('a library that is open for reading takes nothing in', async () => {
    const { place, library, id } = await fullLibrary()
    const file = await exportAnnotations(library, [id], W3C)
    const stored = join(place.folder, 'reports', id, 'annotations.json')
    const before = readFileSync(stored, 'utf8')
    const reading = await place.open({ readOnly: true })
    await expect(importAnnotations(reading, file, NOW)).rejects.toThrow('只读')
    expect(readFileSync(stored, 'utf8')).toBe(before)
  })
})
