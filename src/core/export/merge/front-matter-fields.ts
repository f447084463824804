import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { type FrontMatterValue, toFieldLines, toYamlString } from '../front-matter.ts'

/** A field of the front matter that was written anew. */
export interface FieldChange {
  readonly key: string
  /** As it stood in the file; null where it was not there. */
  readonly before: string | null
  readonly after: string
}

/** The reader's front matter cannot be read, or cannot be changed without changing more; `line` is counted in it from 1. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError'
  readonly line: number

  constructor(line: number, options?: ErrorOptions) {
    super(`front matter, line ${line}`, options)
    this.line = line
  }
}

/** A place in the YAML, and what is put there. */
interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * A YAML front matter with the export's fields brought up to date. The document is only read to find where things
 * stand; the text is changed there and nowhere else, so that comments, order, quotes and indentation of everything that
 * is the reader's stay byte for byte. A list (tags, aliases) gets what it lacks and keeps all it has. Throws a
 * `FrontMatterError`.
 */
export function mergeFields(
  yaml: string,
  fresh: Readonly<Record<string, FrontMatterValue>>,
  lineBreak: '\n' | '\r\n',
): { text: string; changes: readonly FieldChange[] } {
  const map = readMap(yaml)
  const changes: FieldChange[] = []
  const splices: Splice[] = []
  for (const [key, value] of Object.entries(fresh)) {
    if (value === null) continue
    const pair = map?.items.find((item) => isScalar(item.key) && item.key.value === key)
    const splice = pair ? updateField(yaml, pair, key, value) : appendField(yaml, key, value)
    if (splice === null) continue
    const withBreaks = { ...splice, text: splice.text.replaceAll('\n', lineBreak) }
    splices.push(withBreaks)
    changes.push({ key, before: pair ? yaml.slice(...extentOf(yaml, pair)) : null, after: splice.text.trim() })
  }
  // From the end, so that the places before stay where they are; what is put at one place keeps its order.
  const text = splices
    .map((splice, index) => ({ ...splice, index }))
    .sort((a, b) => b.from - a.from || b.index - a.index)
    .reduce((before, { from, to, text: put }) => before.slice(0, from) + put + before.slice(to), yaml)
  if (splices.length > 0) checkOthers(yaml, text, fresh)
  return { text, changes }
}

function readMap(yaml: string): YAMLMap | null {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) throw new FrontMatterError(lineOf(yaml, error.pos[0]), { cause: error })
  if (document.contents === null) return null
  if (!isMap(document.contents) || document.contents.flow) throw new FrontMatterError(1)
  return document.contents
}

/** From the key to the last character of the value. */
function extentOf(yaml: string, { key, value }: Pair): [number, number] {
  const begin = isScalar(key) ? (key.range?.[0] ?? 0) : 0
  const keyEnd = isScalar(key) ? (key.range?.[1] ?? begin) : begin
  // A missing value stands at the colon.
  const valueEnd = isNode(value) ? (value.range?.[1] ?? keyEnd) : keyEnd
  const end = Math.max(valueEnd, yaml.indexOf(':', keyEnd) + 1)
  return [begin, begin + yaml.slice(begin, end).trimEnd().length]
}

/** The library types a value as unknown. */
function isNode(value: unknown): value is Node & { readonly anchor?: string } {
  return isScalar(value) || isSeq(value) || isMap(value) || isAlias(value)
}

function updateField(yaml: string, pair: Pair, key: string, value: Exclude<FrontMatterValue, null>): Splice | null {
  if (typeof value === 'string' || typeof value === 'number') {
    if (isScalar(pair.value) && writtenOf(pair.value) === String(value)) return null
    return replaceField(yaml, pair, key, value)
  }
  const here = itemsOf(yaml, pair.value)
  const missing = value.filter((item) => !here.includes(item))
  if (missing.length === 0) return null
  return appendItems(yaml, pair, missing) ?? replaceField(yaml, pair, key, [...here, ...missing])
}

/** A scalar as it was written: a number may have lost its leading zeros. */
function writtenOf({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === 'string' ? value : (source ?? String(value))
}

/** The words in a list; a single word stands for a list of one, nothing for an empty one. */
function itemsOf(yaml: string, value: unknown): string[] {
  if (value === null) return []
  if (isScalar(value)) return value.value === null || value.value === '' ? [] : [writtenOf(value)]
  if (isSeq(value)) return value.items.flatMap((item) => (isScalar(item) ? [writtenOf(item)] : []))
  throw new FrontMatterError(lineOf(yaml, isNode(value) ? (value.range?.[0] ?? 0) : 0))
}

function replaceField(yaml: string, pair: Pair, key: string, value: FrontMatterValue): Splice {
  const [from, to] = extentOf(yaml, pair)
  // Another field may say the same by pointing here (*name): it would point nowhere.
  if (isNode(pair.value) && pair.value.anchor !== undefined) throw new FrontMatterError(lineOf(yaml, from))
  return { from, to, text: toFieldLines(key, value).join('\n') }
}

/** Puts items behind the last one of a list, in the list's own style; null where there is no list to put them in. */
function appendItems(yaml: string, { value }: Pair, items: readonly string[]): Splice | null {
  if (!isSeq(value) || !value.range || value.items.length === 0) return null
  const [begin, end] = value.range
  if (value.flow) {
    const at = end - 1
    const separator = /,\s*$/.test(yaml.slice(begin, at)) ? '' : ', '
    return { from: at, to: at, text: separator + items.map(toYamlString).join(', ') }
  }
  const indentation = /[^\n]*$/.exec(yaml.slice(0, begin))?.[0] ?? ''
  const last = value.items.at(-1)
  if (indentation.trim() !== '' || !isNode(last)) return null
  const lastEnd = begin + yaml.slice(begin, last.range?.[1] ?? end).trimEnd().length
  const lineEnd = lastEnd + yaml.slice(lastEnd).search(/\r?\n|$/)
  return { from: lineEnd, to: lineEnd, text: items.map((item) => `\n${indentation}- ${toYamlString(item)}`).join('') }
}

function appendField(yaml: string, key: string, value: FrontMatterValue): Splice | null {
  const lines = toFieldLines(key, value)
  if (lines.length === 0) return null
  const text = `${lines.join('\n')}\n`
  return { from: yaml.length, to: yaml.length, text: yaml === '' || yaml.endsWith('\n') ? text : `\n${text}` }
}

/** Everything that is not ours has to read as it did: what we cannot change alone, we do not change. */
function checkOthers(before: string, after: string, fresh: Readonly<Record<string, unknown>>): void {
  const others = (yaml: string) =>
    (readMap(yaml)?.items ?? [])
      .filter(({ key }) => !isScalar(key) || typeof key.value !== 'string' || !Object.hasOwn(fresh, key.value))
      .map((pair) => yaml.slice(...extentOf(yaml, pair)))
  const [old, now] = [others(before), others(after)]
  if (old.length !== now.length || old.some((pair, index) => pair !== now[index])) throw new FrontMatterError(1)
}

function lineOf(yaml: string, offset: number): number {
  return yaml.slice(0, offset).split('\n').length
}
