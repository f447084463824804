import { resolve } from 'node:path'
import { isMeipiLink } from '../core/export/meipi-link.ts'

/** What the app was started with. */
export interface LaunchArguments {
  /** The library folder asked for; null for the default one. */
  readonly library: string | null
  readonly files: readonly string[]
  /** What is meant as a link into Meipi, as it was given; the last where there are several. */
  readonly link: string | null
}

/**
 * Reads a command line: `[--library DIR] [FILE…] [LINK]` among Chromium's own switches. `skip` leading plain arguments are
 * not files (the app's own folder, when it is run unpacked). Paths come back absolute.
 */
export function parseLaunchArguments(argv: readonly string[], cwd: string, skip: number): LaunchArguments {
  const plain: string[] = []
  let library: string | null = null
  let link: string | null = null
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? ''
    if (argument === '--library') library = argv[++index] ?? null
    else if (argument.startsWith('--library=')) library = argument.slice('--library='.length)
    else if (isMeipiLink(argument)) link = argument
    else if (argument !== '' && !argument.startsWith('-')) plain.push(argument)
  }
  return {
    library: library ? resolve(cwd, library) : null,
    files: plain.slice(skip).map((file) => resolve(cwd, file)),
    link,
  }
}
