import { resolve } from 'node:path'
import { isMeipiLink } from '../../src/core/export/meipi-link.ts'

/** The app's arguments as it will get them: paths absolute, and which of them are files to open or the library. */
export interface AppArguments {
  readonly args: readonly string[]
  readonly files: readonly string[]
  readonly library: string | undefined
}

/**
 * Reads the arguments of `npm start --`, resolving paths from `base`, the folder that the user stands in: npm runs
 * scripts in the project's. Links into Meipi and options other than `--library DIR` are passed on as they are.
 */
export function parseAppArguments(given: readonly string[], base: string): AppArguments {
  const args: string[] = []
  const files: string[] = []
  let library: string | undefined
  for (let i = 0; i < given.length; i++) {
    const arg = given[i] ?? ''
    const folder = arg === '--library' ? given[++i] : /^--library=(.*)$/s.exec(arg)?.[1]
    if (folder !== undefined) {
      library = resolve(base, folder)
      args.push('--library', library)
    } else if (arg.startsWith('-') || isMeipiLink(arg)) args.push(arg)
    else {
      files.push(resolve(base, arg))
      args.push(resolve(base, arg))
    }
  }
  return { args, files, library }
}
