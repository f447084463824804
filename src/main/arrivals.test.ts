import { describe, expect, it } from 'vitest'
import { toMeipiLink, toReportLink } from '../core/export/meipi-link.ts'
import { Arrivals } from './arrivals.ts'
import { Incoming } from './incoming.ts'
import { WindowRegistry } from './window-registry.ts'

const REPORT = '0123456789abcdef'
const LINK = toMeipiLink(REPORT, 'a1')

/** A window as what arrives knows it. */
interface FakeWindow {
  readonly name: string
  readonly listening: boolean
}

const front: FakeWindow = { name: 'front', listening: true }
const other: FakeWindow = { name: 'other', listening: true }
const loading: FakeWindow = { name: 'loading', listening: false }

/** An app with a window in front, and what happens in it in order. `imported` comes into the library with files, `foundLater` when its list is checked. */
function running({
  current = front as FakeWindow | null,
  reports = [REPORT],
  imported = [] as readonly string[],
  foundLater = [] as readonly string[],
} = {}) {
  const incoming = new Incoming()
  const registry = new WindowRegistry<FakeWindow>()
  const happened: string[] = []
  let known = reports
  const arrivals = new Arrivals<FakeWindow>({
    incoming,
    windows: { current, registry, bringToFront: ({ name }) => void happened.push(`${name} to front`) },
    reports: () => known.map((id) => ({ id })),
    listChecked: async () => {
      await Promise.resolve()
      known = [...known, ...foundLater]
    },
    isListening: ({ listening }) => listening,
    importFiles: async ({ name }, files) => {
      await Promise.resolve()
      known = [...known, ...imported]
      happened.push(`${name} imports ${files.join(' ')}`)
    },
    openLink: ({ name }, { reportId, annotationId }) => void happened.push(`${name} opens ${reportId} ${annotationId}`),
    refuseLink: ({ name }, { code }) => void happened.push(`${name} refuses: ${code}`),
  })
  return { incoming, registry, happened, arrivals }
}

describe('what arrives', () => {
  it('brings the window to the front, even where it is nothing', async () => {
    const { arrivals, happened } = running()
    await arrivals.receive()
    expect(happened).toEqual(['front to front'])
  })

  it('as a link opens its report in the window in front', async () => {
    const { arrivals, incoming, happened } = running()
    incoming.add({ files: [], link: LINK })
    await arrivals.receive()
    expect(happened).toEqual(['front to front', `front opens ${REPORT} a1`])
    expect(incoming.isEmpty).toBe(true)
  })

  it('as a link goes to the window that shows its report, and to no other', async () => {
    const { arrivals, incoming, registry, happened } = running()
    registry.claim(other, REPORT)
    incoming.add({ files: [], link: toReportLink(REPORT) })
    await arrivals.receive()
    expect(happened).toEqual(['other to front', `other opens ${REPORT} null`])
  })

  it('as files and a link: the files first, since the link may lead into one of them', async () => {
    const { arrivals, incoming, happened } = running({ reports: [], imported: [REPORT] })
    incoming.add({ files: ['/a.txt', '/b.txt'], link: LINK })
    await arrivals.receive()
    expect(happened).toEqual(['front to front', 'front imports /a.txt /b.txt', `front opens ${REPORT} a1`])
  })

  it('as files and a link whose report another window shows: each where it belongs', async () => {
    const { arrivals, incoming, registry, happened } = running()
    registry.claim(other, REPORT)
    incoming.add({ files: ['/a.txt'], link: LINK })
    await arrivals.receive()
    expect(happened).toEqual(['front to front', 'front imports /a.txt', 'other to front', `other opens ${REPORT} a1`])
  })

  it('as a link waits for the list to be checked before its report is said to be missing', async () => {
    const { arrivals, incoming, happened } = running({ reports: [], foundLater: [REPORT] })
    incoming.add({ files: [], link: LINK })
    await arrivals.receive()
    expect(happened).toEqual(['front to front', `front opens ${REPORT} a1`])
  })

  it.each([
    ['meipi://report/ffffffffffffffff', 'link-unknown-report'],
    ['meipi:?', 'link-malformed'],
  ])('as %s is refused where the reader looks', async (link, code) => {
    const { arrivals, incoming, happened } = running()
    incoming.add({ files: [], link })
    await arrivals.receive()
    expect(happened).toEqual(['front to front', `front refuses: ${code}`])
    expect(incoming.isEmpty).toBe(true)
  })

  it('waits for a page that is not there yet', async () => {
    const { arrivals, incoming, happened } = running({ current: loading })
    incoming.add({ files: ['/a.txt'], link: LINK })
    await arrivals.receive()
    expect(happened).toEqual(['loading to front'])
    expect(incoming).toMatchObject({ files: ['/a.txt'], link: LINK })
  })

  it('as a link waits for the page of the window that is to show its report', async () => {
    const { arrivals, incoming, registry, happened } = running()
    registry.claim(loading, REPORT)
    incoming.add({ files: [], link: LINK })
    await arrivals.takeInto(front)
    expect(happened).toEqual(['loading to front'])
    expect(incoming.link).toBe(LINK)
  })

  it('waits where there is no window', async () => {
    const { arrivals, incoming, happened } = running({ current: null })
    incoming.add({ files: [], link: LINK })
    await arrivals.receive()
    expect(happened).toEqual([])
    expect(incoming.link).toBe(LINK)
  })
})
