import { LibraryError } from '../library/library-error.ts'
import { findTemplate, listTemplates } from '../library/templates/template-files.ts'
import { CommandError } from './command.ts'
import { readLibraryArguments } from './library-folder.ts'
import { writeOutput } from './write-output.ts'

/** `templates [NAME] --library DIR`: the export templates that can be used, or what one says, to start one's own from. */
export async function runTemplates(args: string[]): Promise<number> {
  const { positionals, library: folder } = readLibraryArguments(args, {})
  const [name, ...more] = positionals
  if (more.length > 0) throw new CommandError('一次只能显示一个模板。', 2)
  if (name === undefined) {
    for (const { name: listed, isOwn } of await listTemplates(folder))
      await writeOutput(`${listed}\t${isOwn ? '自己的' : '自带'}\n`)
    return 0
  }
  try {
    await writeOutput((await findTemplate(folder, name)).source)
    return 0
  } catch (error) {
    if (error instanceof LibraryError) throw new CommandError(error.message, 1)
    throw error
  }
}
