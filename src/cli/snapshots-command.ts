import { resolve } from 'node:path'
import type { RestoreOutcome } from '../core/library-view.ts'
import { describeSystemError } from '../library/describe-system-error.ts'
import { fileStamp } from '../library/file-stamp.ts'
import type { Library } from '../library/library.ts'
import { LibraryError } from '../library/library-error.ts'
import { errorCode } from '../library/node-errors.ts'
import type { SnapshotReason } from '../library/snapshots/snapshot-name.ts'
import type { Snapshot } from '../library/snapshots/snapshots.ts'
import { CommandError } from './command.ts'
import { openForReading, openForWriting, readLibraryArguments } from './library-folder.ts'
import { writeOutput } from './write-output.ts'

const REASONS: Readonly<Record<SnapshotReason, string>> = {
  daily: '每日',
  migration: '换格式之前',
  restore: '恢复之前',
  asked: '手动',
}

/**
 * `snapshots list|make|restore [SNAPSHOT] --library DIR [--json]`: the snapshots of a library, a new one, or one merged
 * into it, by its name in the list or as a file anywhere. The first two work while the app has the library open.
 */
export async function runSnapshots(args: string[]): Promise<number> {
  const { values, positionals, library: folder } = readLibraryArguments(args, { json: { type: 'boolean' } })
  const [act = '', snapshot, ...rest] = positionals
  const isKnown = act === 'restore' ? snapshot !== undefined : ['list', 'make'].includes(act) && snapshot === undefined
  if (!isKnown || rest.length > 0) throw new CommandError('没有说清要做什么：list、make，或 restore 和一个快照。', 2)
  const library = await (act === 'restore' ? openForWriting(folder) : openForReading(folder))
  try {
    const isJson = values.json === true
    if (act === 'list') await writeSnapshots(await library.snapshots.list(), isJson)
    else if (act === 'make') await writeSnapshots([await explained(library.snapshots.make())], isJson)
    else await writeOutcome(await restore(library, snapshot ?? ''), isJson)
    return 0
  } finally {
    await library.close()
  }
}

async function restore(library: Library, snapshot: string): Promise<RestoreOutcome> {
  const listed = (await library.snapshots.list()).find(({ name }) => name === snapshot)
  const path = listed?.path ?? resolve(snapshot)
  if ((await fileStamp(path)) === null) throw new CommandError('没有这个快照。用 snapshots list 看看有哪些。', 1)
  return explained(library.snapshots.restore(path))
}

/** What a snapshot can fail of, in one line. */
async function explained<T>(done: Promise<T>): Promise<T> {
  try {
    return await done
  } catch (error) {
    if (error instanceof LibraryError) throw new CommandError(error.message, 1)
    if (errorCode(error) !== undefined)
      throw new CommandError(
        `没有完成：${describeSystemError(error) ?? (error instanceof Error ? error.message : '')}`,
        1,
      )
    throw error
  }
}

async function writeSnapshots(snapshots: readonly Snapshot[], isJson: boolean): Promise<void> {
  if (isJson) return writeOutput(`${JSON.stringify(snapshots, null, 1)}\n`)
  for (const { name, created, reason, bytes } of snapshots)
    await writeOutput(`${[name, created, REASONS[reason], `${bytes} 字节`].join('\t')}\n`)
}

async function writeOutcome(outcome: RestoreOutcome, isJson: boolean): Promise<void> {
  if (isJson) return writeOutput(`${JSON.stringify(outcome, null, 1)}\n`)
  const { created, annotations, broughtBack, missing, unreadable } = outcome
  await writeOutput(
    `已合并 ${created} 的快照：找回 ${annotations} 条批注，从回收站取回 ${broughtBack.length} 份报告。\n`,
  )
  for (const { id, file, annotations: notes } of missing)
    await writeOutput(`缺少\t${id}\t${file ?? ''}\t${notes} 批注\t请重新导入这个文件，再恢复一次\n`)
  for (const { path, message } of unreadable) process.stderr.write(`${path}：${message}\n`)
}
