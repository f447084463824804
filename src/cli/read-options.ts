import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CommandError } from './command.ts'

/** Options and plain arguments of a command. Throws a CommandError for an option that it does not know. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    // node:util names the option in quotes; the rest of its sentence is for programmers.
    const option = error instanceof Error ? /'(-[^' ]+)/.exec(error.message)?.[1] : undefined
    throw new CommandError(option === undefined ? '参数不对。' : `选项不对：${option}`, 2)
  }
}
