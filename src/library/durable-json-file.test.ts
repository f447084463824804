import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DurableJsonFile, NewerSchemaError } from './durable-json-file.ts'
import { recordParser } from './records.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const schema = z.object({ schemaVersion: z.literal(1), count: z.number() })
const record = (count: number) => ({ schemaVersion: 1 as const, count })

function open(folder: string, readOnly = false) {
  const onTrouble = vi.fn<(path: string, message: string) => void>()
  const path = join(folder, 'notes.json')
  return { path, onTrouble, file: new DurableJsonFile(path, { parse: recordParser(schema), onTrouble, readOnly }) }
}

describe('DurableJsonFile', () => {
  it('has nothing to read at first', async () => {
    expect(await open(temporaryFolder()).file.read()).toBeNull()
  })

  it('reads what was written, and keeps the generation before it', async () => {
    const folder = temporaryFolder()
    const { file } = open(folder)
    await file.write(record(1))
    await file.write(record(2))
    expect(await file.read()).toEqual(record(2))
    expect(JSON.parse(readFileSync(join(folder, 'notes.previous.json'), 'utf8'))).toEqual(record(1))
    expect(readdirSync(folder).sort()).toEqual(['notes.json', 'notes.previous.json'])
  })

  it.each([
    ['cut off', '{"schemaVersion":1,"cou'],
    ['empty', ''],
    ['zeros', '\0'.repeat(64)],
    ['of another form', '{"schemaVersion":1,"count":"two"}'],
    ['no record at all', '[]'],
  ])('sets a file aside that is %s, and uses the one before', async (_what, content) => {
    const folder = temporaryFolder()
    const { file, path, onTrouble } = open(folder)
    await file.write(record(1))
    await file.write(record(2))
    writeFileSync(path, content)
    expect(await file.read()).toEqual(record(1))
    expect(readFileSync(join(folder, 'notes.unreadable-1.json'), 'utf8')).toBe(content)
    expect(onTrouble).toHaveBeenCalledWith(path, expect.stringContaining('notes.unreadable-1.json'))
    // The next write does not lose the generation that was used.
    await file.write(record(3))
    expect(await file.read()).toEqual(record(3))
  })

  it('keeps every damaged file, not the last alone', async () => {
    const folder = temporaryFolder()
    const { file, path } = open(folder)
    for (const content of ['one', 'two']) {
      writeFileSync(path, content)
      await file.read()
    }
    expect(readdirSync(folder).sort()).toEqual(['notes.unreadable-1.json', 'notes.unreadable-2.json'])
  })

  it('uses the previous generation where the file is gone', async () => {
    const folder = temporaryFolder()
    const { file, path } = open(folder)
    await file.write(record(1))
    await file.write(record(2))
    const { rmSync } = await import('node:fs')
    rmSync(path)
    expect(await file.read()).toEqual(record(1))
  })

  it('touches nothing where it may only read', async () => {
    const folder = temporaryFolder()
    await open(folder).file.write(record(1))
    const { file, path, onTrouble } = open(folder, true)
    writeFileSync(path, 'damaged')
    expect(await file.read()).toBeNull()
    expect(readdirSync(folder)).toEqual(['notes.json'])
    expect(onTrouble).toHaveBeenCalledOnce()
  })

  it('leaves a record of a newer version alone', async () => {
    const folder = temporaryFolder()
    const { file, path } = open(folder)
    const newer = '{"schemaVersion":2,"count":"two"}'
    writeFileSync(path, newer)
    await expect(file.read()).rejects.toThrow(NewerSchemaError)
    expect(readFileSync(path, 'utf8')).toBe(newer)
  })
})
