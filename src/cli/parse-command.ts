import { type NamedFile, readArguments, readFiles, reportFailure } from './read-files.ts'
import { writeJsonArray, writeOutput } from './write-output.ts'

/** `parse FILE… [--json] [--text]`: what the parser sees in each file. Exit code 1 where a file could not be read. */
export async function runParse(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' }, text: { type: 'boolean' } })
  let failed = false
  const files = readFiles(positionals, (path, error) => {
    failed = true
    reportFailure(path, error)
  })
  if (values.json) await writeJsonArray(toJson(files, values.text === true))
  else for await (const file of files) await writeOutput(toListing(file, values.text === true))
  return failed ? 1 : 0
}

async function* toJson(files: AsyncIterable<NamedFile>, withText: boolean): AsyncGenerator<unknown> {
  for await (const { path, imported, report } of files) {
    const { format, encoding, text } = imported
    yield { path, format, encoding, ...(withText ? { text } : {}), report }
  }
}

function toListing({ path, imported, report }: NamedFile, withText: boolean): string {
  const fields = [
    ['标题', report.title],
    ['地区', report.region],
    ['年份', report.year],
    ['日期', report.delivered],
    ['会议', report.meeting],
    ['报告人', report.speaker],
    ['名词解释', report.glossary.entries.length === 0 ? null : `${report.glossary.entries.length} 条`],
  ] as const
  const lines = [
    path,
    ...fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name}：${value}`])),
    ...report.outline.map(({ text, level }) => `  ${'  '.repeat(level)}${text.replace(/\s+/g, ' ')}`),
    ...report.diagnostics.map(({ message }) => `  ？${message}`),
  ]
  return `${lines.join('\n')}\n${withText ? `\n${imported.text.trimEnd()}\n` : ''}\n`
}
