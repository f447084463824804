import { fail, type Problem, type Result, succeed } from '../result.ts'
import type { FrontMatterValue } from './front-matter.ts'
import { addTerms } from './merge/add-terms.ts'
import type { Entry, Flavour } from './merge/entries.ts'
import { type FieldChange, FrontMatterError } from './merge/front-matter-fields.ts'
import { applyEdits, type FileLine, isBlank, joinLines, type LineEdit, lineBreakOf, splitLines } from './merge/lines.ts'
import { LOGSEQ } from './merge/logseq-entries.ts'
import { type DeletedAs, mergeEntry, strikeEntry } from './merge/merge-entry.ts'
import { OBSIDIAN } from './merge/obsidian-entries.ts'
import { placeNewEntries } from './merge/place-new-entries.ts'

/** What is done with one passage of the file. `removed` is struck out or taken out, as was chosen. */
export interface EntryChange {
  readonly kind: 'added' | 'updated' | 'removed' | 'kept'
  readonly blockId: string
  /** Our lines of it, quote and note, before and after; absent where there are none. */
  readonly before?: string
  readonly after?: string
}

/** A file brought up to date, and what that did to it. */
export interface MergedMarkdown {
  readonly text: string
  /** The export's passages in reading order, then those of the file that the export has not, in the file's order. */
  readonly changes: readonly EntryChange[]
  readonly fields: readonly FieldChange[]
  /** Terms whose definitions were added. */
  readonly terms: readonly string[]
}

export interface MergeOptions {
  /** Block ids of the annotations that were deleted. Only these are struck out or removed; what else the export lacks is left. */
  readonly deleted: ReadonlySet<string>
  readonly deletedAs: DeletedAs
}

/** Kinds of files that can be brought up to date, by the template that makes them. */
export type ExportKind = 'obsidian' | 'logseq'

const KINDS: Readonly<Record<ExportKind, Flavour>> = { obsidian: OBSIDIAN, logseq: LOGSEQ }

const NOTHING_DELETED: MergeOptions = { deleted: new Set(), deletedAs: 'strike' }

/**
 * Brings a file that was exported before, and that the reader has written in since, up to a fresh export of the same
 * report.
 *
 * What is ours in it, and nothing else, is changed: the fields that the export writes (lists are only added to); of each
 * passage, found by its block id wherever it stands now, the lines of its quote and of its note, except lines that the
 * reader put in where the export has none. New passages are put behind the one that precedes them in the report and what
 * the reader wrote about it, up to the next heading; with them come definitions that the list of terms lacks. Everything
 * else stays byte for byte, line breaks as well. Merging the same export again changes nothing.
 *
 * Fails, with a problem that says why, where the file is none of ours, belongs to another report or has a front matter
 * that cannot be read, and where the export is made by a template whose passages cannot be told apart.
 */
export function mergeMarkdown(
  existing: string,
  fresh: string,
  options: MergeOptions = NOTHING_DELETED,
): Result<MergedMarkdown> {
  const mark = existing.startsWith('\ufeff') ? '\ufeff' : ''
  const file = splitLines(existing.slice(mark.length))
  const made = splitLines(fresh)
  const flavour = flavourOf(made)
  const source = readExport(made, flavour)
  if ('code' in source) return { ok: false, problem: source }
  const { length, reportId } = flavour.readHead(file)
  const body = file.slice(length)
  const entries = flavour.findEntries(body)
  const known = new Set([...source.entries.map(({ id }) => id), ...options.deleted])
  if (reportId !== null && source.reportId !== null && reportId !== source.reportId)
    return fail('other-report', `这个文件属于另一份报告（${reportId}），没有改动。请选择这份报告导出的文件。`)
  if (reportId === null && !entries.some(({ id }) => known.has(id)))
    return fail(
      'not-ours',
      '这个文件里没有找到这份报告的批注标记，没有改动。请选择以前由眉批导出的文件，或导出为新文件。',
    )
  try {
    const lineBreak = lineBreakOf(file)
    const head = flavour.mergeHead(file.slice(0, length), source.fields, lineBreak)
    const merged = mergeBody({ body, entries, source, flavour, options })
    return succeed({
      text: mark + head.text + applyEdits(body, merged.edits, lineBreak),
      changes: merged.changes,
      fields: head.changes,
      terms: merged.terms,
    })
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    // Its first line is the fence.
    const line = error.line + 1
    return fail('front-matter', `文件开头的属性（YAML）第 ${line} 行无法处理，没有改动。请检查那里的写法后再试。`)
  }
}

/** What an exported file says of itself: the report that it was made from, and the kind of file that it is. Null where it does not say. */
export function identifyExport(existing: string): { readonly reportId: string; readonly kind: ExportKind } | null {
  const lines = splitLines(existing.replace(/^\ufeff/, ''))
  for (const kind of ['obsidian', 'logseq'] as const) {
    const { reportId } = KINDS[kind].readHead(lines)
    if (reportId !== null) return { reportId, kind }
  }
  return null
}

/** A fresh export, taken apart. */
interface Source {
  readonly fields: Readonly<Record<string, FrontMatterValue>>
  readonly reportId: string | null
  readonly body: readonly FileLine[]
  readonly entries: readonly Entry[]
}

function flavourOf(made: readonly FileLine[]): Flavour {
  if (LOGSEQ.findEntries(made).length > 0) return LOGSEQ
  return LOGSEQ.readHead(made).reportId === null ? OBSIDIAN : LOGSEQ
}

function readExport(made: readonly FileLine[], flavour: Flavour): Source | Problem {
  const { length, reportId } = flavour.readHead(made)
  const fields = flavour.readFields(made.slice(0, length))
  if (fields === null)
    return {
      code: 'not-updatable',
      message: '这个模板写出的属性（YAML）不正确，不能用来更新文件。请检查模板开头的部分。',
    }
  const body = made.slice(length)
  const entries = flavour.findEntries(body)
  const isTold = entries.length > 0 || body.some(({ text }) => text === flavour.emptyLine)
  if (isTold && isPlain(body, entries, flavour)) return { fields, reportId, body, entries }
  const message =
    '用这个模板导出的文件不能更新：每条批注要由引文（> 开头）、单独一行的 ^hl-… 和“> [!note] 批注”组成，中间没有别的文字。请改用 obsidian 或 logseq 模板，或导出为新文件。'
  return { code: 'not-updatable', message }
}

/** Whether an export's passages stand one after another with nothing else between and right behind them: else it could not be told what of the file is a passage. */
function isPlain(body: readonly FileLine[], entries: readonly Entry[], { isHeading }: Flavour): boolean {
  const first = entries[0]?.span.from ?? 0
  const last = entries.at(-1)?.span.to ?? 0
  const isOurs = new Set(
    entries.flatMap(({ quote, removal }) => [quote, ...(removal ?? [])]).flatMap((span) => (span ? rangeOf(span) : [])),
  )
  const between = body.slice(first, last).every(({ text }, index) => isBlank(text) || isOurs.has(first + index))
  const after = body.slice(last).find(({ text }) => !isBlank(text))
  const isClosed = entries.length === 0 || after === undefined || isHeading(after.text)
  return between && isClosed && entries.every(({ quote }) => quote !== null)
}

function rangeOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

interface Merging {
  readonly body: readonly FileLine[]
  readonly entries: readonly Entry[]
  readonly source: Source
  readonly flavour: Flavour
  readonly options: MergeOptions
}

function mergeBody({ body, entries, source, flavour, options }: Merging) {
  const { deleted, deletedAs } = options
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const freshIds = new Set(source.entries.map(({ id }) => id))
  const edits: LineEdit[] = []
  const changes: EntryChange[] = []
  for (const made of source.entries) {
    const entry = byId.get(made.id)
    if (!entry) {
      changes.push({
        kind: 'added',
        blockId: made.id,
        after: joinLines(source.body.slice(made.span.from, made.span.to)),
      })
      continue
    }
    const merged = mergeEntry({ entry, lines: body }, { entry: made, lines: source.body }, flavour, deletedAs)
    edits.push(...merged.edits)
    changes.push(changeOf('updated', made.id, merged))
  }
  for (const entry of entries.filter(({ id }) => !freshIds.has(id))) {
    const struck = deleted.has(entry.id)
      ? strikeEntry({ entry, lines: body }, flavour, deletedAs)
      : { edits: [], before: '', after: '' }
    edits.push(...struck.edits)
    changes.push(changeOf('removed', entry.id, struck))
  }
  const added = source.entries.filter(({ id }) => !byId.has(id))
  edits.push(...placeNewEntries({ body, entries, source, flavour, added }))
  const terms = added.length === 0 ? { edits: [], terms: [] } : addTerms(body, source.body, flavour)
  return { edits: [...edits, ...terms.edits], changes, terms: terms.terms }
}

function changeOf(
  kind: 'updated' | 'removed',
  blockId: string,
  { edits, before, after }: ReturnType<typeof mergeEntry>,
): EntryChange {
  if (edits.length === 0) return { kind: 'kept', blockId }
  return { kind, blockId, before, ...(after === '' ? {} : { after }) }
}
