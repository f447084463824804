import { expect, it } from 'vitest'
import type { ReportSummary } from '../../core/library-view.ts'
import { describePath } from './describe-path.ts'

const report: ReportSummary = {
  id: '0123456789abcdef',
  file: '洪湖.txt',
  title: '2024年洪湖市政府工作报告',
  region: '洪湖市',
  province: '湖北省',
  year: 2024,
  delivered: null,
  textHash: 'h',
  characters: 1,
  terms: 0,
  annotations: 0,
  progress: 0,
  doubts: [],
  tags: [],
  tagCounts: [],
  colors: { gamboge: 0, indigo: 0, malachite: 0, rouge: 0, cinnabar: 0 },
}

it.each([
  ['reports/0123456789abcdef/annotations.json', '洪湖市 2024 · annotations.json'],
  ['reports\\0123456789abcdef\\annotations.json', '洪湖市 2024 · annotations.json'],
  ['reports/0123456789abcdef', '洪湖市 2024'],
  // One that is not in the list, and what belongs to no report.
  ['reports/fedcba9876543210/text.txt', 'reports/fedcba9876543210/text.txt'],
  ['glossary.json', 'glossary.json'],
  ['', ''],
])('%s', (path, described) => {
  expect(describePath(path, [report])).toBe(described)
})
