import { describe, expect, it } from 'vitest'
import { toMeipiLink, toReportLink } from '../core/export/meipi-link.ts'
import { resolveLink } from './resolve-link.ts'

const HERE = '0123456789abcdef'
const reports = [{ id: 'fedcba9876543210' }, { id: HERE }]

describe('resolveLink', () => {
  it.each([
    [toReportLink(HERE), { reportId: HERE, annotationId: null }],
    [toMeipiLink(HERE, 'a1'), { reportId: HERE, annotationId: 'a1' }],
  ])('%s leads into the library', (written, link) => {
    expect(resolveLink(written, reports)).toEqual({ link })
  })

  it.each([
    ['a report that is not here', toMeipiLink('0000000000000000', 'a1'), 'link-unknown-report'],
    ['half a link', `meipi://report/${HERE.slice(0, 9)}`, 'link-malformed'],
    ['another link', 'meipi://settings', 'link-malformed'],
    ['no link', 'https://example.org/', 'link-malformed'],
  ])('says what is wrong with %s, and what to do', (_, written, code) => {
    const message = expect.stringMatching(/^这.+。请.+。$/)
    expect(resolveLink(written, reports)).toEqual({ link: null, problem: { code, message } })
  })

  it('finds nothing in an empty library', () => {
    expect(resolveLink(toReportLink(HERE), [])).toMatchObject({ problem: { code: 'link-unknown-report' } })
  })
})
