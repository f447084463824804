import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findUnreadable } from './check-readable.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meipi-test-'))
  mkdirSync(join(folder, 'out', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'out', 'deep', 'index.js'), '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(process.platform === 'win32')('findUnreadable', () => {
  it('finds nothing where all can be read', () => expect(findUnreadable([folder])).toBeUndefined())

  it('finds a path that is not there, also behind a link', () => {
    expect(findUnreadable([folder, join(folder, 'none')])).toBe(join(folder, 'none'))
    symlinkSync(join(folder, 'none'), join(folder, 'out', 'link'))
    expect(findUnreadable([folder])).toBe(join(folder, 'out', 'link'))
  })

  it('does not look into packages', () => {
    mkdirSync(join(folder, 'node_modules', 'package'), { recursive: true })
    symlinkSync(join(folder, 'none'), join(folder, 'node_modules', 'package', 'link'))
    expect(findUnreadable([join(folder, 'node_modules')])).toBeUndefined()
  })

  it('finds a closed folder, unless this is root, who reads everything', () => {
    const closed = join(folder, 'out', 'deep')
    chmodSync(closed, 0o000)
    expect(findUnreadable([folder])).toBe(process.getuid?.() === 0 ? undefined : closed)
    chmodSync(closed, 0o755)
  })
})
