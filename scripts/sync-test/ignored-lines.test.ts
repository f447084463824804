import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LibraryPaths } from '../../src/library/library-paths.ts'
import { projectRoot } from '../system/project-root.ts'
import { ignoredLines } from './ignored-lines.ts'

const lines = ignoredLines(readFileSync(join(projectRoot, 'docs', 'sharing.md'), 'utf8'))
const patterns = lines
  .filter((line) => !line.startsWith('//'))
  .map((line) => new RegExp(`^${line.replace('(?d)', '').replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`))
const isIgnored = (path: string) => path.split('/').some((name) => patterns.some((pattern) => pattern.test(name)))

const paths = new LibraryPaths('', 'host')
const inside = (path: string) => path.slice(paths.folder.length + 1)

it.each([
  [inside(paths.writerLock), true],
  [`${inside(paths.writerLock)}.4711`, true],
  [`${inside(paths.incoming('0123456789abcdef'))}/text.txt`, true],
  [`${inside(paths.splitting('0123456789abcdef'))}/0/text.txt`, true],
  ['reports/0123456789abcdef/annotations.json.0123abcd.tmp', true],
  ['reports/0123456789abcdef/text.txt.4711.tmp', true],
  ['reports/0123456789abcdef/annotations.previous.json', true],
  ['glossary.previous.json', true],
  ['library.json', false],
  ['glossary.json', false],
  ['reports/0123456789abcdef/annotations.json', false],
  ['reports/0123456789abcdef/annotations.sync-conflict-20260102-030405-ABCDEFG.json', false],
  ['reports/0123456789abcdef/original.txt', false],
  ['reports/0123456789abcdef/text-01234567.txt', false],
  ['bin/0123456789abcdef-20260102030405006/report.json', false],
])('what docs/sharing.md says is not to be shared: %s %s', (path, expected) => {
  expect(isIgnored(path)).toBe(expected)
})

it('lets a folder go that holds nothing else: a report that was moved to the bin elsewhere', () => {
  expect(lines.filter((line) => !line.startsWith('//') && !line.startsWith('(?d)'))).toEqual([])
})

it('says so where the page does not tell', () => {
  expect(() => ignoredLines('# 几个人共用\n\n```\n*.tmp\n```\n')).toThrow('docs/sharing.md')
})
