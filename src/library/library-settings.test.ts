import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { exportMarkdown } from '../core/export/markdown.ts'
import { toExportInput } from './export-report.ts'
import { LibraryError } from './library-error.ts'
import { highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

describe('Library: names of the colours', () => {
  it('keeps the reader’s names, and exports with them', async () => {
    const place = libraryPlace()
    const library = await place.open()
    expect(library.state.colorNames).toEqual(DEFAULT_COLOR_NAMES)
    await library.nameColor('indigo', ' 数字 ')
    // The name that is free now can be taken.
    await library.nameColor('rouge', '数据')
    const names = { ...DEFAULT_COLOR_NAMES, indigo: '数字', rouge: '数据' }
    expect(library.state.colorNames).toEqual(names)
    const { id } = await importText(library, REPORT)
    await library.changeAnnotation(id, highlightOf(REPORT, '空气质量'))
    const markdown = exportMarkdown(
      toExportInput(await library.openReport(id), {
        exported: '2025-01-08T00:00:00.000Z',
        colorNames: library.state.colorNames,
      }),
    )
    expect(markdown).toContain('数字')
    await library.close()

    const again = await place.open()
    expect(again.state.colorNames).toEqual(names)
    await again.nameColor('indigo', '数字')
    await again.close()
  })

  it.each([
    ['another colour has', '措施'],
    ['is empty', '  '],
    ['is too long', '一二三四五六七八九十一二三'],
  ])('refuses a name that %s', async (_what, name) => {
    const library = await libraryPlace().open()
    await expect(library.nameColor('indigo', name)).rejects.toThrow(LibraryError)
    expect(library.state.colorNames).toEqual(DEFAULT_COLOR_NAMES)
    await library.close()
  })

  it('refuses the second of two that want the same name at once', async () => {
    const library = await libraryPlace().open()
    const [first, second] = await Promise.allSettled([
      library.nameColor('indigo', '甲'),
      library.nameColor('rouge', '甲'),
    ])
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
    await library.close()
  })

  it('takes a library.json from before colours had names, and reads the names where it may only read', async () => {
    const place = libraryPlace()
    await (await place.open()).close()
    const path = join(place.folder, 'library.json')
    const { colorNames, ...older } = JSON.parse(readFileSync(path, 'utf8'))
    expect(colorNames).toEqual(DEFAULT_COLOR_NAMES)
    writeFileSync(path, JSON.stringify(older))
    const library = await place.open()
    expect(library.state.colorNames).toEqual(DEFAULT_COLOR_NAMES)
    await library.nameColor('indigo', '数字')
    expect(JSON.parse(readFileSync(path, 'utf8')).created).toBe(older.created)
    const reader = await place.open({ readOnly: true })
    expect(reader.state.colorNames.indigo).toBe('数字')
    await expect(reader.nameColor('indigo', '甲')).rejects.toThrow('只读')
    await reader.close()
    await library.close()
  })
})
