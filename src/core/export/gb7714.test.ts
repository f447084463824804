import { describe, expect, it } from 'vitest'
import type { ReportMetadata } from '../report/report.ts'
import { type CitationOptions, citeReport } from './gb7714.ts'

const report: ReportMetadata = {
  title: '政府工作报告',
  region: '云汀市',
  place: null,
  year: 2025,
  delivered: '2025-01-08',
  meeting: '云汀市第十届人民代表大会第四次会议',
  speaker: '沈禾清',
}
const plain: CitationOptions = { author: 'government', edition: '2025', number: null, online: null }
const online = { url: 'https://example.org/report.html', accessed: '2025-02-01' }
const SUBTITLE = '2025年1月8日在云汀市第十届人民代表大会第四次会议上'

describe('citeReport', () => {
  it.each<[string, Partial<ReportMetadata>, Partial<CitationOptions>, string]>([
    ['a report in print', {}, {}, `云汀市人民政府. 政府工作报告：${SUBTITLE}[R]. 云汀市：云汀市人民政府，2025.`],
    [
      'by the edition of 2015',
      {},
      { edition: '2015', number: 12 },
      `[12] 云汀市人民政府. 政府工作报告: ${SUBTITLE}[R]. 云汀市: 云汀市人民政府, 2025.`,
    ],
    [
      'from the web, under the speaker’s name',
      { meeting: null },
      { author: 'speaker', number: 2, online },
      '[2] 沈禾清. 政府工作报告[R/OL]. （2025-01-08）[2025-02-01]. https://example.org/report.html.',
    ],
    [
      'from the web, by the edition of 2015',
      {},
      { edition: '2015', online },
      `云汀市人民政府. 政府工作报告: ${SUBTITLE}[R/OL]. (2025-01-08)[2025-02-01]. https://example.org/report.html.`,
    ],
    ['without a date', { delivered: null }, {}, '云汀市人民政府. 政府工作报告[R]. 云汀市：云汀市人民政府，2025.'],
    [
      'without a date, from the web',
      { delivered: null },
      { online },
      '云汀市人民政府. 政府工作报告[R/OL]. [2025-02-01]. https://example.org/report.html.',
    ],
    [
      'without a speaker',
      { speaker: null, meeting: null },
      { author: 'speaker' },
      '云汀市人民政府. 政府工作报告[R]. 云汀市：云汀市人民政府，2025.',
    ],
    [
      'without a region',
      { region: null, meeting: null },
      {},
      '沈禾清. 政府工作报告[R]. [出版地不详]：[出版者不详]，2025.',
    ],
    [
      'with nothing known',
      { title: null, region: null, meeting: null, speaker: null, delivered: null, year: null },
      {},
      '政府工作报告[R]. [出版地不详]：[出版者不详].',
    ],
    [
      'without a title',
      { title: null, meeting: null },
      {},
      '云汀市人民政府. 2025年云汀市政府工作报告[R]. 云汀市：云汀市人民政府，2025.',
    ],
    [
      'of a year that is not the delivery’s',
      { delivered: '2024-12-30', meeting: null },
      {},
      '云汀市人民政府. 政府工作报告[R]. 云汀市：云汀市人民政府，2024.',
    ],
    [
      'with a title in two lines',
      { title: '政府工作\n 报告', meeting: null },
      {},
      '云汀市人民政府. 政府工作 报告[R]. 云汀市：云汀市人民政府，2025.',
    ],
    [
      'whose title names the meeting',
      { title: `在${report.meeting}上的报告` },
      {},
      `云汀市人民政府. 在${report.meeting}上的报告[R]. 云汀市：云汀市人民政府，2025.`,
    ],
    [
      'of a development zone',
      { region: '云汀经济开发区', meeting: null },
      {},
      '云汀经济开发区管理委员会. 政府工作报告[R]. 云汀经济开发区：云汀经济开发区管理委员会，2025.',
    ],
    ['of the State Council', { region: '国务院', meeting: null }, {}, '国务院. 政府工作报告[R]. 北京：国务院，2025.'],
  ])('%s', (_what, metadata, options, citation) => {
    expect(citeReport({ ...report, ...metadata }, { ...plain, ...options })).toBe(citation)
  })
})
