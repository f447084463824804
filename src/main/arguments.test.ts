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
    expect(parseLaunchArguments(argv, cwd, 1)).toEqual({ library, files })
  })

  it('takes the first plain argument for a file where the app is packaged', () => {
    expect(parseLaunchArguments(['a.txt'], cwd, 0).files).toEqual([join(cwd, 'a.txt')])
  })
})
