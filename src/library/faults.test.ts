import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/system/project-root.ts'
import { findUnreadableFor } from '../../scripts/system/readable-by.ts'
import { asUser, environmentFor, unprivilegedUser } from '../../scripts/unprivileged-user.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'
import { LibraryBusyError } from './writer-lock.ts'

/** A process, or several, on a machine that may be busy. */
const PROCESSES = { timeout: 60_000 }

const child = join(import.meta.dirname, 'testing', 'fault-child.ts')
const user = unprivilegedUser()
/** Whom the rights of files mean nothing to cannot test them. */
const isRootAlone = process.getuid?.() === 0 && user === undefined
const unreadable =
  user && (await findUnreadableFor(user, [join(projectRoot, 'src', 'library'), join(projectRoot, 'node_modules')]))
const noUser = isRootAlone
  ? 'root is the only user here, and may do anything'
  : unreadable
    ? `the unprivileged user cannot read ${unreadable}`
    : process.platform === 'win32'
      ? 'rights are others on Windows'
      : null

const mounted: string[] = []
const noMount = (() => {
  if (process.platform !== 'linux') return 'no tmpfs here'
  if (process.getuid?.() !== 0) return 'only root may mount a tmpfs'
  const folder = mkdtempSync(join(tmpdir(), 'meipi-mount-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=777', 'tmpfs', folder], { encoding: 'utf8' })
  if (mount.status !== 0) {
    rmdirSync(folder)
    return `a tmpfs cannot be mounted here: ${mount.stderr.trim()}`
  }
  mounted.push(folder)
  return null
})()

afterAll(() => {
  for (const folder of mounted) {
    spawnSync('umount', [folder])
    rmdirSync(folder)
  }
})

/** Plays a scenario in a folder as a user without privileges; what he was told. */
function play(scenario: string, folder: string): unknown {
  const command = [process.execPath, child, scenario, folder] as const
  const [program, ...args] = user ? asUser(user, command) : command
  const env = user ? environmentFor(user, process.env) : process.env
  return JSON.parse(execFileSync(program, args, { cwd: '/', env, encoding: 'utf8' }))
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is the unprivileged user's own. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'meipi-fault-'))
  folders.push(folder)
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

describe('a full disk', PROCESSES, () => {
  const reason = noMount ?? noUser
  it.skipIf(reason !== null)(`is told, and nothing is lost by it${reason ? ` (skipped: ${reason})` : ''}`, () => {
    const full = expect.objectContaining({ code: 'ENOSPC' })
    expect(play('full disk', mounted[0] ?? '')).toEqual({
      whileFull: {
        save: full,
        place: full,
        import: expect.objectContaining({
          status: 'failed',
          problem: { code: 'ENOSPC', message: expect.stringContaining('磁盘已满') },
        }),
        notes: 1,
        // Nothing half written is left.
        files: ['annotations.json', 'annotations.previous.json', 'original.txt', 'report.json', 'text.txt'],
      },
      openedFull: {
        readOnly: true,
        notices: [{ code: 'read-only', path: 'library.json', message: expect.stringContaining('磁盘已满') }],
        notes: 1,
        save: { code: 'read-only-full', message: expect.stringContaining('腾出空间') },
      },
      withRoom: { save: 'done', notes: 2 },
    })
  })
})

describe('rights', PROCESSES, () => {
  const title = (what: string) => `${what}${noUser ? ` (skipped: ${noUser})` : ''}`
  const denied = expect.objectContaining({ code: 'EACCES' })

  it.skipIf(noUser !== null)(title('of a report that may not be written: told, and the next save works'), () => {
    expect(play('closed report', ownFolder())).toEqual({
      whileClosed: { save: denied, notes: 1, elsewhere: 'done', remove: denied },
      again: { save: 'done', notes: 2 },
    })
  })

  it.skipIf(noUser !== null)(title('of a library that may not be written: it is read, and says so'), () => {
    expect(play('closed library', ownFolder())).toEqual({
      whileClosed: {
        readOnly: true,
        notices: [{ code: 'read-only', path: 'library.json', message: expect.stringContaining('不能写入') }],
        notes: 1,
        save: { code: 'read-only-rights', message: expect.stringContaining('权限') },
      },
      again: { readOnly: false, save: 'done' },
    })
  })

  it.skipIf(noUser !== null)(
    title('of a file that may not be read: told, not taken for damaged, not written over'),
    () => {
      expect(play('closed file', ownFolder())).toEqual({
        whileClosed: {
          reports: 1,
          notices: [expect.objectContaining({ code: 'report', message: expect.stringContaining('没有权限') })],
          open: denied,
          save: denied,
          importAgain: expect.objectContaining({ status: 'failed' }),
          other: 'done',
        },
        again: { save: 'done', notes: 2 },
        files: ['annotations.json', 'annotations.previous.json', 'original.txt', 'report.json', 'text.txt'],
      })
    },
  )
})

describe('a file that was damaged while the library was closed', () => {
  const FILES = ['library.json', 'glossary.json', 'annotations.json', 'report.json'] as const
  const DAMAGES: readonly (readonly [string, (content: Buffer) => Buffer])[] = [
    ['cut off', (content) => content.subarray(0, content.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['zeros', (content) => Buffer.alloc(content.length)],
  ]
  it.each(FILES.flatMap((file) => DAMAGES.map(([what, damage]) => [file, what, damage] as const)))(
    '%s that is %s: set aside, told, the generation before is used, and the next save works',
    async (file, _what, damage) => {
      const place = libraryPlace()
      const library = await place.open()
      const { id } = await importText(library, REPORT)
      // Two of each, so that there is a generation before.
      for (const number of [1, 2]) {
        await library.changeAnnotation(id, highlightOf(REPORT, '空气质量', annotationId(number)))
        await library.saveReadingPlace(id, number, 0.1)
        await library.changeReaderTerm({
          act: 'add',
          id: annotationId(number),
          term: `新词${'甲乙丙'[number]}`,
          definition: '释义',
          cited: null,
        })
        await library.nameColor('rouge', `待查${number}`)
      }
      await library.close()
      const folder = ['library.json', 'glossary.json'].includes(file) ? place.folder : join(place.folder, 'reports', id)
      const content = damage(readFileSync(join(folder, file)))
      writeFileSync(join(folder, file), content)

      const again = await place.open()
      expect(again.state.notices.map(({ code }) => code)).toEqual(['damaged', 'damaged'])
      expect(readFileSync(join(folder, file.replace('.json', '.unreadable-1.json')))).toEqual(content)
      const { annotations, readingPlace } = await again.openReport(id)
      expect({
        'annotations.json': annotations.length,
        'report.json': readingPlace,
        'glossary.json': again.readerTerms().length,
        'library.json': again.state.colorNames.rouge,
      }).toEqual({
        ...{ 'annotations.json': 2, 'report.json': 2, 'glossary.json': 2, 'library.json': '待查2' },
        [file]: file === 'library.json' ? '待查1' : 1,
      })
      await again.changeAnnotation(id, highlightOf(REPORT, '请予审议', annotationId(3)))
      await again.saveReadingPlace(id, 7, 0.1)
      await again.changeReaderTerm({ act: 'delete', id: annotationId(1) })
      await again.nameColor('indigo', '数字')
      await again.close()
      const third = await place.open()
      expect(third.state.notices).toEqual([])
      expect((await third.openReport(id)).readingPlace).toBe(7)
      await third.close()
    },
  )
})

describe('two processes on one library', PROCESSES, () => {
  /** Another process that has the library open, under the name of a host, and makes so many highlights. */
  function startOther(folder: string, host: string, report: string, from: number, count: number) {
    const script = `
      import { Library } from ${JSON.stringify(join(import.meta.dirname, 'library.ts'))}
      import { directReader } from ${JSON.stringify(join(import.meta.dirname, 'report-reader.ts'))}
      const library = await Library.open({ folder: ${JSON.stringify(folder)}, reader: directReader, host: '${host}',
        indexPath: ${JSON.stringify(join(folder, '..', `index-${host}.json`))},
        snapshotsFolder: ${JSON.stringify(join(folder, '..', 'snapshots'))} })
      console.log('open')
      for (let number = ${from}; number < ${from + count}; number++)
        await library.changeAnnotation('${report}', { act: 'add', start: 70, end: 80, color: 'indigo', note: String(number),
          id: '3f2b8c6e-0c1d-4e5f-8a9b-' + String(number).padStart(12, '0') })
      console.log('done')
      setInterval(() => undefined, 1000)`
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    other.stdout.on('data', (data: Buffer) => {
      said += data.toString('utf8')
    })
    return {
      heard: async (word: string) => {
        while (!said.includes(word)) await once(other.stdout, 'data')
      },
      end: async () => {
        other.kill('SIGKILL')
        await once(other, 'exit')
      },
    }
  }

  it('on one computer: the second is turned away until the first has ended, however it ends', async () => {
    const place = libraryPlace()
    const library = await place.open({ host: 'one' })
    const { id } = await importText(library, REPORT)
    await library.close()
    const other = startOther(place.folder, 'one', id, 1, 3)
    await other.heard('done')
    await expect(place.open({ host: 'one' })).rejects.toThrow(LibraryBusyError)
    await other.end()
    const again = await place.open({ host: 'one' })
    expect((await again.openReport(id)).annotations).toHaveLength(3)
    await again.close()
  })

  it('on two computers: what both write is there, and neither writes over the other', async () => {
    const place = libraryPlace()
    const library = await place.open({ host: 'one' })
    const { id } = await importText(library, REPORT)
    const other = startOther(place.folder, 'two', id, 100, 30)
    await other.heard('open')
    for (let number = 0; number < 30; number++)
      await library.changeAnnotation(id, {
        ...highlightOf(REPORT, '空气质量', annotationId(number)),
        note: String(number),
      })
    await other.heard('done')
    await library.close()
    await other.end()
    const again = await place.open({ host: 'one' })
    const notes = (await again.openReport(id)).annotations.map(({ note }) => Number(note)).sort((a, b) => a - b)
    expect(notes).toEqual(Array.from({ length: 60 }, (_, number) => (number < 30 ? number : number + 70)))
    expect(readdirSync(join(place.folder, 'reports', id)).filter((name) => name.includes('unreadable'))).toEqual([])
    await again.close()
  })
})

describe('a library whose folder is away', () => {
  it.each([
    ['renamed', () => undefined],
    ['a drive that was taken out, with its empty folder left behind', (folder: string) => mkdirSync(folder)],
  ])('%s: told, nothing is written in its place, and the next save works when it is back', async (_what, leave) => {
    const place = libraryPlace()
    const library = await place.open()
    const { id } = await importText(library, REPORT)
    await library.changeAnnotation(id, highlightOf(REPORT, '空气质量', annotationId(1)))
    renameSync(place.folder, `${place.folder}-away`)
    leave(place.folder)
    const before = readdirSync(place.files).sort()
    // What is open can still be read.
    expect((await library.openReport(id)).annotations).toHaveLength(1)
    const refused = await Promise.allSettled([
      library.changeAnnotation(id, highlightOf(REPORT, '请予审议', annotationId(2))),
      library.saveReadingPlace(id, 3, 0.3),
      library.correctReport(id, []),
      library.removeReport(id),
      library.changeReaderTerm({ act: 'add', id: annotationId(1), term: '五源共治', definition: '五类', cited: null }),
      library.nameColor('rouge', '待查'),
      library.openReport('0123456789abcdef'),
      library.restoreReport(`${id}-20250101000000000`),
    ])
    for (const each of refused)
      expect(each).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringContaining('找不到资料库文件夹') },
      })
    expect(await library.importFile(place.file('b.txt', `${REPORT}补充。`), 'b.txt')).toMatchObject({
      problem: { code: 'LibraryGoneError' },
    })
    rmSync(join(place.files, 'b.txt'))
    expect(readdirSync(place.files).sort()).toEqual(before)
    if (before.includes('library')) {
      expect(readdirSync(place.folder)).toEqual([])
      rmdirSync(place.folder)
    }

    renameSync(`${place.folder}-away`, place.folder)
    await library.changeAnnotation(id, highlightOf(REPORT, '请予审议', annotationId(2)))
    await library.saveReadingPlace(id, 3, 0.3)
    await library.nameColor('rouge', '待查')
    await library.close()
    const again = await place.open()
    expect(await again.openReport(id)).toMatchObject({ annotations: [{}, {}], readingPlace: 3 })
    expect(again.state.notices).toEqual([])
    await again.close()
  })
})
