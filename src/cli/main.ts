import { type Command, CommandError } from './command.ts'

/** What the command line can do: name, usage, the module that does it. */
const COMMANDS: Readonly<Record<string, Command>> = {
  parse: { usage: 'parse FILE… [--json] [--text]', load: async () => (await import('./parse-command.ts')).runParse },
  glossary: { usage: 'glossary FILE… [--json]', load: async () => (await import('./glossary-command.ts')).runGlossary },
  terms: {
    usage: 'terms FILE --dictionary FILE… [--json]',
    load: async () => (await import('./terms-command.ts')).runTerms,
  },
  stats: { usage: 'stats DIR [--terms] [--json]', load: async () => (await import('./stats-command.ts')).runStats },
  import: { usage: 'import PATH… --library DIR', load: async () => (await import('./import-command.ts')).runImport },
  list: { usage: 'list --library DIR [--json]', load: async () => (await import('./list-command.ts')).runList },
  export: {
    usage:
      'export [REPORT…] --library DIR [--out DIR] [--template NAME|FILE] [--color C]… [--tag T]… [--id ID]… [--created|--modified FROM..TO] [--cite government|speaker] | export --update FILE --library DIR [--deleted strike|remove] [--dry-run]',
    load: async () => (await import('./export-command.ts')).runExport,
  },
  templates: {
    usage: 'templates [NAME] --library DIR',
    load: async () => (await import('./templates-command.ts')).runTemplates,
  },
  annotations: {
    usage:
      'annotations export [REPORT…] --library DIR [--format w3c|csv] [--tombstones] [--out FILE] | annotations import FILE… --library DIR',
    load: async () => (await import('./annotations-command.ts')).runAnnotations,
  },
  tags: {
    usage: 'tags --library DIR [--json] | tags rename FROM TO --library DIR',
    load: async () => (await import('./tags-command.ts')).runTags,
  },
  snapshots: {
    usage: 'snapshots list|make|restore [SNAPSHOT] --library DIR [--json]',
    load: async () => (await import('./snapshots-command.ts')).runSnapshots,
  },
}

/** Runs one command. Exit code 0: done; 1: failed; 2: wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    const usages = Object.values(COMMANDS).map(({ usage }) => `  ${usage}`)
    process.stderr.write(`用法：npm run -s cli -- <命令>\n${usages.join('\n')}\n`)
    return 2
  }
  try {
    const run = await command.load()
    return await run(rest)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    process.stderr.write(`${error.message}\n`)
    if (error.exitCode === 2) process.stderr.write(`用法：${command.usage}\n`)
    return error.exitCode
  }
}

// A reader of our output who has seen enough (`| head`) is no failure, and no reason to leave work half done.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

// The exit code is set, not process.exit() called: what was written to a pipe is flushed first.
process.exitCode = await main(process.argv.slice(2))
