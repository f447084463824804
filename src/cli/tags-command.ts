import type { TagOutcome } from '../core/library-view.ts'
import { TagChangeError } from '../core/tags/change-tags.ts'
import { type TagNode, tagsOf, tagTree } from '../core/tags/tag-tree.ts'
import { LibraryError } from '../library/library-error.ts'
import { CommandError } from './command.ts'
import { openForReading, openForWriting, readLibraryArguments } from './library-folder.ts'
import { writeOutput } from './write-output.ts'

/**
 * `tags --library DIR [--json]`: every tag with its counts. `tags rename FROM TO --library DIR`: gives a tag with all that
 * is under it another name in all reports; where that is taken already, the two become one.
 */
export async function runTags(args: string[]): Promise<number> {
  const { values, positionals, library: folder } = readLibraryArguments(args, { json: { type: 'boolean' } })
  const [act, from, to, ...rest] = positionals
  if (act === undefined) return listTags(folder, values.json === true)
  if (act !== 'rename' || from === undefined || to === undefined || rest.length > 0 || values.json)
    throw new CommandError('没有说清要做什么：不写就是列出标签，或者 rename、原来的名称和新的名称。', 2)
  return renameTag(folder, from, to)
}

async function listTags(folder: string, isJson: boolean): Promise<number> {
  const library = await openForReading(folder)
  const tags = tagsOf(tagTree(library.state.reports))
  await library.close()
  if (isJson) await writeOutput(`${JSON.stringify(tags.map(toRow), null, 1)}\n`)
  else for (const tag of tags) await writeOutput(`${tag.path}\t${tag.all} 批注\t${tag.reports.length} 报告\n`)
  return 0
}

/** The fields that programs outside rely on: `own` counts annotations with this very tag, `all` those under it too. */
function toRow({ path, own, all, reports }: TagNode) {
  return { tag: path, own, all, reports }
}

async function renameTag(folder: string, from: string, to: string): Promise<number> {
  const library = await openForWriting(folder)
  try {
    const outcome = await library.tags.change({ act: 'rename', from, to })
    const annotations = outcome.edits.reduce((sum, edits) => sum + edits.annotations.length, 0)
    await writeOutput(`${from} → ${to}\t${annotations} 批注\t${outcome.edits.length} 报告\n`)
    return tellFailures(outcome)
  } catch (error) {
    if (error instanceof TagChangeError || error instanceof LibraryError) throw new CommandError(error.message, 1)
    throw error
  } finally {
    await library.close()
  }
}

function tellFailures({ failed }: TagOutcome): number {
  for (const { reportId, problem } of failed) process.stderr.write(`${reportId}：${problem.message}\n`)
  if (failed.length > 0) process.stderr.write('其余的报告已经改好。排除问题以后再执行一次，就会改完。\n')
  return failed.length > 0 ? 1 : 0
}
