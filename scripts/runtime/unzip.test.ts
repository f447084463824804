import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unzip } from './unzip.ts'

interface ZipEntry {
  readonly name: string
  readonly content: string
  readonly mode: number
}

const FILE = 0o100644
const PROGRAM = 0o100755
const LINK = 0o120777

/** A zip of stored entries: local headers, central directory, end record (APPNOTE 4.3). The reader does not look at checksums. */
function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode } of entries) {
    const nameBytes = Buffer.from(name)
    const data = Buffer.from(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(data.length, 22)
    local.writeUInt16LE(nameBytes.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(0x0300, 4)
    central.writeUInt32LE(data.length, 20)
    central.writeUInt32LE(data.length, 24)
    central.writeUInt16LE(nameBytes.length, 28)
    central.writeUInt32LE((mode << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    parts.push(local, nameBytes, data)
    directory.push(central, nameBytes)
    offset += local.length + nameBytes.length + data.length
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directoryBytes, end])
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meipi-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function unzipHere(entries: readonly ZipEntry[], place = (name: string): string | undefined => name): Promise<void> {
  const zip = join(folder, 'archive.zip')
  writeFileSync(zip, makeZip(entries))
  return unzip(zip, join(folder, 'out'), place)
}

describe('unzip', () => {
  it('puts entries where they are placed, leaves out the others, keeps what may be executed', async () => {
    await unzipHere(
      [
        { name: 'App/App', content: 'program', mode: PROGRAM },
        { name: 'App/locales/zh-CN.pak', content: '眉批', mode: FILE },
        { name: 'App/resources/app.js', content: 'no', mode: FILE },
      ],
      (name) => (name.includes('resources') ? undefined : name.slice('App/'.length)),
    )
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['App', 'locales'])
    expect(readFileSync(join(folder, 'out', 'locales', 'zh-CN.pak'), 'utf8')).toBe('眉批')
    if (process.platform === 'win32') return
    expect(statSync(join(folder, 'out', 'App')).mode & 0o100).toBe(0o100)
    expect(statSync(join(folder, 'out', 'locales', 'zh-CN.pak')).mode & 0o111).toBe(0)
  })

  const hostile = [
    { name: '../escaped', mode: FILE },
    { name: 'inside/../../escaped', mode: FILE },
    { name: '/escaped', mode: FILE },
    { name: 'link', mode: LINK },
  ]
  it.each(hostile)('rejects the entry $name', async ({ name, mode }) => {
    await expect(unzipHere([{ name, content: '/etc', mode }])).rejects.toThrow()
    expect(readdirSync(folder)).not.toContain('escaped')
  })

  it('rejects a placement outside the folder', async () => {
    await expect(unzipHere([{ name: 'a', content: '', mode: FILE }], () => '../escaped')).rejects.toThrow('outside')
  })

  it('rejects what is no zip', async () => {
    writeFileSync(join(folder, 'no.zip'), 'PK, but no more')
    await expect(unzip(join(folder, 'no.zip'), join(folder, 'out'), (name) => name)).rejects.toThrow()
  })
})
