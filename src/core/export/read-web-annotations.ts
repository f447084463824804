import type { z } from 'zod'
import { fail, type Result, succeed } from '../result.ts'
import { JsonPlaceError, lineAt, readJsonItems } from '../text/json-place.ts'
import { WEB_ANNOTATION_BOUNDS, type WebAnnotation, webAnnotationSchema } from './web-annotation-schema.ts'

/** One annotation of a file, and the line that it begins in, counted from 1. */
export interface ReadWebAnnotation {
  readonly line: number
  readonly annotation: WebAnnotation
}

/**
 * Reads a file of W3C Web Annotations: an AnnotationCollection or AnnotationPage that holds its annotations itself, an
 * array of them, or a single one. One that is wrong makes the whole file fail, and the problem names its line, its
 * number and its field: what was made by hand can be put right, and nothing is taken in by halves.
 */
export function fromWebAnnotations(text: string): Result<readonly ReadWebAnnotation[]> {
  if (text.length > WEB_ANNOTATION_BOUNDS.file) return fail('too-large', '文件太大，没有导入。请分成几个文件再导入。')
  const plain = text.replace(/^\ufeff/, '')
  try {
    return readItems(plain)
  } catch (error) {
    if (!(error instanceof JsonPlaceError)) throw error
    return fail('no-json', `第 ${lineAt(plain, error.offset)} 行不是正确的 JSON。请检查这一行，或重新导出这个文件。`)
  }
}

function readItems(text: string): Result<readonly ReadWebAnnotation[]> {
  const found = findItems(readJsonItems(text, ['first', 'items']).value)
  if (found === null)
    return fail('no-annotations', '文件里没有找到 W3C 批注（AnnotationCollection）。请选择由眉批或同类软件导出的文件。')
  if (found.hasMore) return fail('paged', '这个文件只是全部批注中的一页（有 next）。请改用包含全部批注的文件。')
  if (found.items.length > WEB_ANNOTATION_BOUNDS.annotations)
    return fail('too-many', `文件里有 ${found.items.length} 条批注，太多了。请分成几个文件再导入。`)
  // A single annotation has no list to stand in: it begins where the file does.
  const starts = found.path === null ? [0] : readJsonItems(text, found.path).starts
  const lines = linesOf(text, starts)
  const read: ReadWebAnnotation[] = []
  for (const [index, item] of found.items.entries()) {
    const line = lines[index] ?? 1
    const parsed = webAnnotationSchema.safeParse(item)
    if (!parsed.success) return fail('wrong-annotation', explain(line, index, parsed.error.issues[0], item))
    read.push({ line, annotation: parsed.data })
  }
  return succeed(read)
}

interface FoundItems {
  readonly items: readonly unknown[]
  /** Where in the file their list is; null where there is none. */
  readonly path: readonly string[] | null
  /** Whether the rest of the annotations is in other files. */
  readonly hasMore: boolean
}

function findItems(value: unknown): FoundItems | null {
  if (Array.isArray(value)) return { items: value, path: [], hasMore: false }
  if (!isObject(value)) return null
  if (isObject(value.first) && Array.isArray(value.first.items))
    return { items: value.first.items, path: ['first', 'items'], hasMore: 'next' in value.first }
  if (Array.isArray(value.items)) return { items: value.items, path: ['items'], hasMore: 'next' in value }
  // An empty collection needs no page.
  if (value.type === 'AnnotationCollection' && !('first' in value))
    return { items: [], path: null, hasMore: value.total !== 0 }
  return value.type === 'Annotation' ? { items: [value], path: null, hasMore: false } : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The lines of many places, which are in order, in one pass. */
function linesOf(text: string, offsets: readonly number[]): number[] {
  let line = 1
  let counted = 0
  return offsets.map((offset) => {
    line += lineAt(text.slice(counted, offset), offset - counted) - 1
    counted = offset
    return line
  })
}

function explain(line: number, index: number, issue: z.core.$ZodIssue | undefined, item: unknown): string {
  const { names, isMissing } = followPath(item, issue?.path ?? [])
  const field = names.length === 0 ? '' : `的 ${names.join('.')} `
  const wrong = isMissing ? '缺失' : whatIsWrong(issue)
  return `第 ${line} 行（第 ${index + 1} 条批注）${field}${wrong}。没有导入任何内容，请改正后再试。`
}

/** A field's path as the file has it: where one value stands for a list of one, there is no number to name. */
function followPath(item: unknown, path: readonly PropertyKey[]) {
  const names: string[] = []
  let value = item
  for (const key of path) {
    if (typeof key === 'number' && value !== undefined && !Array.isArray(value)) continue
    names.push(String(key))
    value = isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  }
  return { names, isMissing: value === undefined }
}

function whatIsWrong(issue: z.core.$ZodIssue | undefined): string {
  const told = issue?.code === 'custom' ? issue.params?.code : issue?.code
  if (told === 'too_big') return '太大或太长'
  if (told === 'too_small') return '太小或为空'
  return '不符合格式'
}
