import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SetupError } from '../system/setup-error.ts'
import { verifyIntegrity } from './verify-integrity.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meipi-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const integrityOf = (text: string): string => `sha512-${createHash('sha512').update(text).digest('base64')}`

describe('verifyIntegrity', () => {
  const cases = [
    { name: 'the file as published', content: '政府工作报告', expected: integrityOf('政府工作报告'), good: true },
    { name: 'another file', content: '政府工作报告。', expected: integrityOf('政府工作报告'), good: false },
    { name: 'a file cut short', content: '', expected: integrityOf('政府工作报告'), good: false },
    { name: 'no digest to compare with', content: '政府工作报告', expected: 'sha512-', good: false },
  ]
  it.each(cases)('$name → $good', async ({ content, expected, good }) => {
    const file = join(folder, 'package.tgz')
    writeFileSync(file, content)
    const verified = verifyIntegrity(file, expected)
    if (good) await expect(verified).resolves.toBeUndefined()
    else await expect(verified).rejects.toBeInstanceOf(SetupError)
  })
})
