import { beforeEach, expect, it, vi } from 'vitest'
import type { AnnotationChange } from '../../core/annotation/annotation-change.ts'
import type { OpenedReport } from '../../core/library-view.ts'

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

const { editAnnotation } = await import('../notes/annotation-store.ts')
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
