import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import {
  DurableJsonFile,
  ForeignChangeError,
  MalformedRecordError,
  TEMPORARY_NAME,
  type TroubleKind,
} from './durable-json-file.ts'
import { NewerSchemaError, parseRecord } from './record-form.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const schema = z.object({ schemaVersion: z.literal(1), count: z.number() })
const record = (count: number) => ({ schemaVersion: 1 as const, count })

function open(folder: string, readOnly = false) {
  const onTrouble = vi.fn<(path: string, message: string, kind: TroubleKind) => void>()
  const path = join(folder, 'notes.json')
  const form = { schema, version: 1, migrations: [] }
  const parse = (value: unknown) => parseRecord(form, value)
  return { path, onTrouble, file: new DurableJsonFile(path, { parse, version: 1, onTrouble, readOnly }) }
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
    expect(onTrouble).toHaveBeenCalledWith(path, expect.stringContaining('notes.unreadable-1.json'), 'damaged')
    // The next write does not lose the generation that was used.
    await file.write(record(3))
    expect(await file.read()).toEqual(record(3))
  })

  it('never writes what it could not read again', async () => {
    const folder = temporaryFolder()
    const { file } = open(folder)
    await file.write(record(1))
    await file.write(record(2))
    for (let attempt = 0; attempt < 2; attempt++)
      await expect(file.write(record(Number.NaN))).rejects.toThrow(MalformedRecordError)
    expect(await open(folder).file.read()).toEqual(record(2))
    expect(readdirSync(folder).sort()).toEqual(['notes.json', 'notes.previous.json'])
  })

  it('says in words what is wrong with a file, not in brackets', async () => {
    const { file, path, onTrouble } = open(temporaryFolder())
    writeFileSync(path, '{"schemaVersion":1}')
    await file.read()
    expect(onTrouble.mock.calls[0]?.[1]).toMatch(/。内容不合格式。$/)
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

  it('leaves a record of a newer version alone that it does not understand', async () => {
    const folder = temporaryFolder()
    const { file, path } = open(folder)
    const newer = '{"schemaVersion":2,"count":"two"}'
    writeFileSync(path, newer)
    await expect(file.read()).rejects.toThrow(NewerSchemaError)
    expect(readFileSync(path, 'utf8')).toBe(newer)
  })

  it('reads a record of a newer version as far as it understands it, and does not write it', async () => {
    const folder = temporaryFolder()
    const { file, path, onTrouble } = open(folder)
    const newer = '{"schemaVersion":2,"count":2,"more":"that is not known here"}'
    writeFileSync(path, newer)
    expect(await file.read()).toEqual(record(2))
    expect(file.canWrite).toBe(false)
    expect(onTrouble).toHaveBeenCalledWith(path, expect.stringContaining('更新版本'), 'newer')
    await expect(file.write(record(3))).rejects.toThrow(NewerSchemaError)
    expect(readFileSync(path, 'utf8')).toBe(newer)
    expect(readdirSync(folder)).toEqual(['notes.json'])
  })

  it('writes over nothing that it has not read', async () => {
    const folder = temporaryFolder()
    const { file, path } = open(folder)
    await file.write(record(1))
    const replaced = () => {
      writeFileSync(join(folder, 'other'), JSON.stringify(record(7)))
      renameSync(join(folder, 'other'), path)
    }
    // Replaced as synchronisers do it, written in place as editors do, and there where nothing was.
    for (const [number, meddle] of [
      [7, replaced],
      [8, () => writeFileSync(path, JSON.stringify(record(8)))],
    ] as const) {
      meddle()
      await expect(file.write(record(2))).rejects.toThrow(ForeignChangeError)
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(record(number))
      expect(await file.readForeign()).toEqual(record(number))
      expect(await file.readForeign()).toBeNull()
      await file.write(record(2))
    }
    const other = open(folder).file
    await expect(other.write(record(3))).rejects.toThrow(ForeignChangeError)
    expect(readdirSync(folder).sort()).toEqual(['notes.json', 'notes.previous.json'])
  })

  it('does not take a file for another that was only touched', async () => {
    const folder = temporaryFolder()
    const { file, path } = open(folder)
    await file.write(record(1))
    utimesSync(path, 1, 1)
    expect(await file.readForeign()).toBeNull()
    await file.write(record(2))
    // Nor is one gone for good that is away.
    rmSync(path)
    expect(await file.readForeign()).toBeNull()
    await file.write(record(3))
    expect(await file.read()).toEqual(record(3))
  })

  it('sets aside what another program damaged, and has it written again', async () => {
    const folder = temporaryFolder()
    const { file, path } = open(folder)
    await file.write(record(1))
    writeFileSync(path, '\0'.repeat(10))
    expect(await file.readForeign()).toBeNull()
    await file.write(record(2))
    expect(await file.read()).toEqual(record(2))
    expect(readdirSync(folder)).toContain('notes.unreadable-1.json')
  })

  it('leaves nothing behind where it cannot write', async () => {
    const folder = temporaryFolder()
    const { file } = open(folder)
    await file.write(record(1))
    mkdirSync(join(folder, 'notes.previous.json'))
    await expect(file.write(record(2))).rejects.toThrow()
    expect(readdirSync(folder).sort()).toEqual(['notes.json', 'notes.previous.json'])
    expect(await file.read()).toEqual(record(1))
  })
})

it.each([
  ['annotations.json.0123abcd.tmp', true],
  ['annotations.json.0123abcd.previous.tmp', true],
  ['annotations.json.tmp', true],
  ['annotations.previous.json.tmp', true],
  ['annotations.json', false],
  ['notes.tmp', false],
  ['.syncthing.annotations.json.tmp', false],
  ['annotations.json.sync-conflict-20260102-030405-ABCDEFG.tmp', false],
])('knows its temporary files: %s', (name, expected) => {
  expect(TEMPORARY_NAME.test(name)).toBe(expected)
})
