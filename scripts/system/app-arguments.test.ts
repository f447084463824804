import { describe, expect, it } from 'vitest'
import { parseAppArguments } from './app-arguments.ts'

describe.skipIf(process.platform === 'win32')('parseAppArguments', () => {
  const cases = [
    { name: 'nothing', given: [], args: [], files: [] },
    {
      name: 'files',
      given: ['报告.txt', '/a/b c.md'],
      args: ['/base/报告.txt', '/a/b c.md'],
      files: ['/base/报告.txt', '/a/b c.md'],
    },
    {
      name: 'a library',
      given: ['--library', 'lib', 'x.txt'],
      args: ['--library', '/base/lib', '/base/x.txt'],
      files: ['/base/x.txt'],
      library: '/base/lib',
    },
    { name: 'a library with =', given: ['--library=../lib'], args: ['--library', '/lib'], files: [], library: '/lib' },
    { name: 'other options', given: ['--lang=en', '-v'], args: ['--lang=en', '-v'], files: [] },
    {
      name: 'a link',
      given: ['x.txt', 'meipi://report/0123456789abcdef?a=1'],
      args: ['/base/x.txt', 'meipi://report/0123456789abcdef?a=1'],
      files: ['/base/x.txt'],
    },
    { name: 'a library without its folder', given: ['--library'], args: ['--library'], files: [] },
  ]
  it.each(cases)('$name', ({ given, args, files, library }) => {
    expect(parseAppArguments(given, '/base')).toEqual({ args, files, library })
  })
})
