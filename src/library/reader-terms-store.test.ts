import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReaderTermError } from '../core/glossary/change-reader-terms.ts'
import { annotationId, libraryPlace } from './testing/library-place.ts'

const TERM = {
  act: 'add',
  id: annotationId(1),
  term: '五源共治',
  definition: '五类污染源',
  cited: { reportId: '0123456789abcdef', number: '4' },
} as const

describe('Library: terms of the reader’s own', () => {
  it('keeps what was added, edited and deleted', async () => {
    const place = libraryPlace()
    const library = await place.open()
    expect(library.readerTerms()).toEqual([])
    expect(existsSync(join(place.folder, 'glossary.json'))).toBe(false)
    const added = await library.changeReaderTerm(TERM)
    expect(library.readerTerms()).toEqual([added])
    await library.changeReaderTerm({ ...TERM, id: annotationId(2), term: '三命共识', cited: null })
    await library.changeReaderTerm({ act: 'edit', id: TERM.id, term: '五源共治', definition: '另一种解释' })
    await library.changeReaderTerm({ act: 'delete', id: annotationId(2) })
    expect(library.readerTerms()).toMatchObject([{ id: TERM.id, definition: '另一种解释', cited: TERM.cited }])
    await library.close()

    const again = await place.open()
    expect(again.readerTerms()).toMatchObject([{ id: TERM.id, revision: 2 }])
    await again.changeReaderTerm({ act: 'restore', id: annotationId(2) })
    expect(again.readerTerms().map(({ term }) => term)).toEqual(['五源共治', '三命共识'])
    await again.close()
  })

  it('refuses what cannot be done, and keeps all of what is asked for at once', async () => {
    const library = await libraryPlace().open()
    const outcomes = await Promise.allSettled([
      library.changeReaderTerm(TERM),
      library.changeReaderTerm({ ...TERM, id: annotationId(2), term: '“五源 共治”' }),
      library.changeReaderTerm({ ...TERM, id: annotationId(3), term: '三命共识' }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await expect(library.changeReaderTerm({ act: 'delete', id: 'unknown' })).rejects.toThrow(ReaderTermError)
    expect(library.readerTerms()).toHaveLength(2)
    await library.close()
  })

  it('sets a damaged glossary.json aside and uses the one before', async () => {
    const place = libraryPlace()
    const library = await place.open()
    await library.changeReaderTerm(TERM)
    await library.changeReaderTerm({ act: 'edit', id: TERM.id, term: '五源共治', definition: '另一种解释' })
    await library.close()
    writeFileSync(join(place.folder, 'glossary.json'), '{"terms":')
    const again = await place.open()
    expect(again.readerTerms()).toMatchObject([{ definition: '五类污染源' }])
    expect(again.state.notices.map(({ path }) => path)).toContain('glossary.json')
    expect(readFileSync(join(place.folder, 'glossary.unreadable-1.json'), 'utf8')).toBe('{"terms":')
    await again.close()
  })
})
