import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CarryTask } from '../carry-to-version.ts'
import { ImportError } from '../importers/import-error.ts'
import { directReader } from '../report-reader.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { startWorkerReader } from './worker-reader.ts'

const worker = join(import.meta.dirname, 'reader-worker.ts')

describe('startWorkerReader', () => {
  it('reads and parses as the direct reader does, and refuses in the same words', async () => {
    const folder = temporaryFolder()
    const reader = startWorkerReader(worker)
    writeFileSync(join(folder, 'a.txt'), '清晨的河边\n')
    const { imported, report } = await reader.readFile(join(folder, 'a.txt'))
    expect(imported.text).toBe('清晨的河边\n')
    expect(await reader.parse(imported.text, imported.hints)).toEqual(report)
    const version = (text: string) => ({ text, textHash: text })
    const task: CarryTask = {
      to: { ...version(`早\n${imported.text}`), hints: {} },
      from: [version(imported.text)],
      corrections: [{ what: 'field', field: 'year', value: '2024' }],
      annotations: [],
      replaced: { ...version(imported.text), place: 2 },
    }
    expect(await reader.carry(task)).toEqual(await directReader.carry(task))
    await expect(reader.readFile(join(folder, 'b.txt'))).rejects.toThrow(new ImportError('missing'))
    await reader.stop()
    await expect(reader.readFile(join(folder, 'a.txt'))).rejects.toThrow('stopped')
  })

  it('loses one request when the worker dies, and none after it', async () => {
    const script = join(temporaryFolder(), 'dying.mjs')
    writeFileSync(
      script,
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', ({ ticket, task }) => {
         if (task.text === 'bad') throw new Error('down')
         parentPort.postMessage({ ticket, outcome: 'parsed', report: task.text })
       })`,
    )
    const reader = startWorkerReader(script)
    const outcomes: string[] = []
    for (const text of ['good 1', 'bad', 'good 2', 'good 3'])
      outcomes.push(
        await reader.parse(text, {}).then(
          () => text,
          (error: Error) => error.message,
        ),
      )
    expect(outcomes).toEqual(['good 1', 'down', 'good 2', 'good 3'])
    await reader.stop()
  })
})
