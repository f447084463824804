import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseLaunchArguments } from './arguments.ts'

const cwd = resolve('/home/reader')

describe('parseLaunchArguments', () => {
  it.each([
    { argv: ['.'], library: null, files: [] },
    { argv: ['.', '报告.txt'], library: null, files: [join(cwd, '报告.txt')] },
    {
      argv: ['.', '--library', 'notes', 'a.txt', 'b.md'],
      library: join(cwd, 'notes'),
      files: [join(cwd, 'a.txt'), join(cwd, 'b.md')],
    },
    { argv: ['.', '--library=notes', 'a.txt'], library: join(cwd, 'notes'), files: [join(cwd, 'a.txt')] },
    { argv: ['--no-sandbox', '.', '--remote-debugging-port=0', 'a.txt'], library: null, files: [join(cwd, 'a.txt')] },
    { argv: ['.', 'a.txt', '--library'], library: null, files: [join(cwd, 'a.txt')] },
    { argv: ['.', ''], library: null, files: [] },
  ])('$argv', ({ argv, library, files }) => {
    expect(parseLaunchArguments(argv, cwd, 1)).toEqual({ library, files, link: null })
  })

  const link = 'meipi://report/0123456789abcdef?a=1'

  it.each([
    { argv: ['.', link], files: [], link },
    { argv: ['.', 'a.txt', '--', link], files: [join(cwd, 'a.txt')], link },
    { argv: [link, '.', 'a.txt'], files: [join(cwd, 'a.txt')], link },
    { argv: ['.', 'meipi://report/1', link], files: [], link },
    { argv: ['.', 'MEIPI:quit'], files: [], link: 'MEIPI:quit' },
    { argv: ['.', './meipi:1.txt'], files: [join(cwd, 'meipi:1.txt')], link: null },
    { argv: ['.', '--library', 'meipi:1'], library: join(cwd, 'meipi:1'), files: [], link: null },
  ])('tells links from files: $argv', ({ argv, library = null, files, link }) => {
    expect(parseLaunchArguments(argv, cwd, 1)).toEqual({ library, files, link })
  })

  it('takes the first plain argument for a file where the app is packaged', () => {
    expect(parseLaunchArguments(['a.txt'], cwd, 0).files).toEqual([join(cwd, 'a.txt')])
  })
})
