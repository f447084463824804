import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { moveFolders } from './move-folders.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

/** A folder with two others in it; `a` and `b` are folders of the first, each with a file. */
function place() {
  const root = temporaryFolder()
  for (const name of ['from/a', 'from/b', 'to']) mkdirSync(join(root, name), { recursive: true })
  for (const name of ['a', 'b']) writeFileSync(join(root, 'from', name, name), '')
  const move = (name: string) => ({ from: join(root, 'from', name), to: join(root, 'to', name) })
  return { move, names: () => ['from', 'to'].map((name) => readdirSync(join(root, name)).sort()) }
}

describe('moveFolders', () => {
  it('moves one after another, so that the second can take the name of the first', async () => {
    const { move, names } = place()
    await moveFolders([move('a'), { from: move('b').from, to: move('a').from }])
    expect(names()).toEqual([['a'], ['a']])
    expect(readdirSync(move('a').from)).toEqual(['b'])
  })

  it('takes everything back where one cannot be moved', async () => {
    const { move, names } = place()
    await expect(
      moveFolders([move('a'), { from: move('b').from, to: move('a').from }, move('missing')]),
    ).rejects.toThrow('ENOENT')
    expect(names()).toEqual([['a', 'b'], []])
    expect(readdirSync(move('a').from)).toEqual(['a'])
  })
})
