import { findCoinages } from '../core/glossary/coinages.ts'
import { buildDictionary } from '../core/glossary/dictionary.ts'
import { compileHeadwordFinder, findBorrowedTerms } from '../core/glossary/report-terms.ts'
import { CommandError } from './command.ts'
import { type NamedFile, readFiles, reportFailure } from './read-files.ts'
import { readOptions } from './read-options.ts'
import { writeOutput } from './write-output.ts'

/**
 * `terms FILE --dictionary FILE… [--json]`: every place in a file where a term of the dictionary files stands, with its
 * definitions. Without a dictionary, the file's own glossary is used. The listing adds what is borrowed from others and
 * what nobody explains.
 */
export async function runTerms(args: string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    json: { type: 'boolean' },
    dictionary: { type: 'string', multiple: true },
  })
  const [path, ...more] = positionals
  if (path === undefined) throw new CommandError('没有给出文件。', 2)
  let failed = false
  const read = async (paths: readonly string[]): Promise<NamedFile[]> => {
    const files: NamedFile[] = []
    for await (const file of readFiles(paths, (name, error) => {
      failed = true
      reportFailure(name, error)
    }))
      files.push(file)
    return files
  }
  const [file] = await read([path])
  if (!file) return 1
  const named = [...(values.dictionary ?? []), ...more]
  const sources = named.length > 0 ? await read(named) : [file]
  await writeOutput(values.json ? `${JSON.stringify(toRows(file, sources))}\n` : toListing(file, sources))
  return failed ? 1 : 0
}

function dictionaryOf(sources: readonly NamedFile[]) {
  return buildDictionary(sources.map(({ path, report }) => ({ reportId: path, glossary: report.glossary })))
}

function toRows({ imported, report }: NamedFile, sources: readonly NamedFile[]) {
  const headwords = dictionaryOf(sources)
  const byKey = new Map(headwords.map((headword) => [headword.key, headword]))
  return compileHeadwordFinder(headwords)(imported.text, report).map(({ key, start, end, nested }) => ({
    term: byKey.get(key)?.term ?? key,
    start,
    end,
    definitions: (byKey.get(key)?.definitions ?? []).flatMap(({ definition, source }) =>
      source.by === 'report' ? [{ file: source.reportId, number: source.number, definition }] : [],
    ),
    nested: nested.map((each) => ({ term: byKey.get(each.key)?.term ?? each.key, start: each.start, end: each.end })),
  }))
}

/** The listing reads the file with its own glossary too: what it explains itself is neither borrowed nor unexplained. */
function toListing(file: NamedFile, sources: readonly NamedFile[]): string {
  const { path, imported, report } = file
  const headwords = dictionaryOf(sources.some((source) => source.path === path) ? sources : [file, ...sources])
  const places = compileHeadwordFinder(headwords)(imported.text, report)
  const known = new Set(headwords.map(({ key }) => key))
  const borrowed = findBorrowedTerms(headwords, places, path)
  const coinages = findCoinages(imported.text, report, (key) => known.has(key))
  const counted = (term: string, count: number) => `  ${term}（${count} 处）`
  return `${[
    path,
    `术语：${places.length} 处`,
    `其他报告解释的：${borrowed.length} 个`,
    ...borrowed.flatMap(({ headword, places: found }) => [
      counted(headword.term, found.length),
      ...headword.definitions.map(({ definition }) => `    ${definition.replace(/\s+/g, ' ')}`),
    ]),
    `未解释：${coinages.length} 个`,
    ...coinages.map(({ term, places: found }) => counted(term, found.length)),
  ].join('\n')}\n`
}
