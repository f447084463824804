import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnnotationChange } from '../../core/annotation/annotation-change.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import { toSourceRange } from '../../core/text/range.ts'

const sent: AnnotationChange[] = []

vi.mock('../meipi-api.ts', () => ({
  meipi: {
    openReport: async () => ({ ok: true, value: OPENED }),
    shows: async () => ({ ok: true, value: null }),
    changeAnnotation: async (_id: string, change: AnnotationChange) => {
      sent.push(change)
      return { ok: false, problem: { code: 'AnnotationChangeError', message: '' } }
    },
  },
}))

const { undo } = await import('../commands/undo-commands.ts')
const { addHighlight, editAnnotation, receiveAnnotation, useAnnotations } = await import('../notes/annotation-store.ts')
const { holdDraft } = await import('../notes/drafts.ts')
const { leaveReport, openReport } = await import('./reader-store.ts')

const text = '抓好各项任务落实。'
const anchor = { textHash: 'h', start: 0, end: 2, quote: '抓好', prefix: '', suffix: '', sectionPath: [] }
const NOW = '2026-01-02T03:04:05.000Z'
const note = { id: 'a', created: NOW, revision: 1, modified: NOW, anchor, color: 'indigo', note: '', tags: [] } as const

const OPENED = {
  summary: { id: '0123456789abcdef', textHash: 'h', progress: 0 },
  text,
  report: { blocks: [], outline: [], glossary: { heading: null, entries: [] }, markers: [] },
  corrections: [],
  annotations: [{ ...note, deleted: false }],
  waiting: [],
  conflicts: [],
  readingPlace: null,
} as unknown as OpenedReport

beforeEach(() => {
  sent.length = 0
})

it('sends what was typed last to the disk when the report leaves the page, for whatever reason', async () => {
  await openReport('0123456789abcdef')
  holdDraft(() => editAnnotation('a', { note: '刚写的' }))
  leaveReport()
  expect(sent).toMatchObject([{ act: 'edit', id: 'a', note: '刚写的' }])
})

describe('undo', () => {
  const noteNow = (id = 'a') => useAnnotations.getState().annotations.find((each) => each.id === id)

  beforeEach(async () => {
    vi.stubGlobal('document', { activeElement: null })
    vi.stubGlobal('HTMLElement', class {})
    leaveReport()
    await openReport('0123456789abcdef')
  })

  it('takes back what was written here', () => {
    editAnnotation('a', { note: '甲' })
    undo()
    expect(noteNow()?.note).toBe('')
  })

  it('leaves alone what another computer has written since', () => {
    editAnnotation('a', { note: '甲' })
    const mine = noteNow()
    if (mine) receiveAnnotation('0123456789abcdef', { ...mine, revision: 3, note: '甲，同事补充的一大段' })
    undo()
    expect(noteNow()?.note).toBe('甲，同事补充的一大段')
    const id = addHighlight(toSourceRange(2, 4), 'indigo') ?? ''
    const made = noteNow(id)
    if (made) receiveAnnotation('0123456789abcdef', { ...made, revision: 2, note: '同事写的' })
    undo()
    expect(noteNow(id)).toMatchObject({ deleted: false, note: '同事写的' })
  })
})
