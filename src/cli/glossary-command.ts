import { type NamedFile, readArguments, readFiles, reportFailure } from './read-files.ts'
import { writeJsonArray, writeOutput } from './write-output.ts'

/** `glossary FILE… [--json]`: the terms that each report explains. Exit code 1 where a file could not be read. */
export async function runGlossary(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
  let failed = false
  const files = readFiles(positionals, (path, error) => {
    failed = true
    reportFailure(path, error)
  })
  if (values.json) await writeJsonArray(toJson(files))
  else for await (const file of files) await writeOutput(toListing(file))
  return failed ? 1 : 0
}

async function* toJson(files: AsyncIterable<NamedFile>): AsyncGenerator<unknown> {
  for await (const { path, report } of files) yield { path, ...report.glossary }
}

function toListing({ path, report }: NamedFile): string {
  const { heading, entries } = report.glossary
  const title = entries.length === 0 ? '没有名词解释' : (heading ?? '名词解释')
  const lines = entries.map(({ number, term, definition }) => {
    const opening = [number === null ? '' : `${number}. `, term === null ? '' : `${term}：`].join('')
    return `  ${opening}${definition.replace(/\s*\n\s*/g, ' ')}`
  })
  return `${[`${path}  ${title}`, ...lines].join('\n')}\n\n`
}
