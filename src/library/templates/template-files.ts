import { mkdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LONGEST_TEMPLATE_NAME, type TemplateDraft } from '../../core/export/export-choice.ts'
import { toSafeName } from '../../core/export/export-file-name.ts'
import { writeNamedFile } from '../exports/write-named-file.ts'
import { namesIn } from '../folder-names.ts'
import { LibraryError } from '../library-error.ts'
import { LibraryPaths } from '../library-paths.ts'
import { BUILT_IN_TEMPLATES, isBuiltInTemplate } from './built-in-templates.ts'
import { TEMPLATE_LIMITS } from './engine.ts'

const EXTENSION = '.liquid'

/** A template by its name, with its source. */
export interface NamedTemplate {
  readonly name: string
  readonly source: string
  /** Whether it is one of the reader's. */
  readonly isOwn: boolean
}

/** The names of the templates that can be used with a library folder: the reader's, then those of Meipi that no own one stands for. */
export async function listTemplates(folder: string): Promise<readonly Pick<NamedTemplate, 'name' | 'isOwn'>[]> {
  const files = await namesIn(new LibraryPaths(folder).templates)
  const own = files.filter((file) => file.endsWith(EXTENSION)).map((file) => basename(file, EXTENSION))
  return [
    ...own.toSorted().map((name) => ({ name, isOwn: true })),
    ...Object.keys(BUILT_IN_TEMPLATES)
      .filter((name) => !own.includes(name))
      .map((name) => ({ name, isOwn: false })),
  ]
}

/**
 * The template of a name: `templates/<name>.liquid` in a library folder, or one of Meipi's. Rejects with a
 * `LibraryError` where there is none, or it cannot be read.
 */
export async function findTemplate(folder: string, name: string): Promise<NamedTemplate> {
  const known = (await listTemplates(folder)).find((template) => template.name === name)
  if (known?.isOwn) return readTemplate(join(new LibraryPaths(folder).templates, `${name}${EXTENSION}`))
  if (isBuiltInTemplate(name)) return { name, source: BUILT_IN_TEMPLATES[name], isOwn: false }
  throw new LibraryError(
    `没有名为 ${name} 的模板。请放一个 ${name}${EXTENSION} 到资料库的 templates 文件夹，或改用 obsidian、logseq、plain。`,
  )
}

/** A template in a file. Rejects with a `LibraryError` where it cannot be read, is no UTF-8 or is too long. */
export async function readTemplate(path: string): Promise<NamedTemplate> {
  const name = basename(path, EXTENSION)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new LibraryError(`找不到模板文件：${path}`)
  // A character takes up to four bytes.
  if (found.size > TEMPLATE_LIMITS.source * 4)
    throw new LibraryError(`模板文件太长（最多 ${TEMPLATE_LIMITS.source} 个字符）：${path}`)
  try {
    return { name, source: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)), isOwn: true }
  } catch (error) {
    if (error instanceof TypeError) throw new LibraryError(`模板文件不是 UTF-8 编码：${path}。请另存为 UTF-8。`)
    throw error
  }
}

/**
 * Stores a template of the reader's as `templates/<name>.liquid`. Rejects with a `LibraryError` where the name cannot
 * be a file's or is taken, and where the file is another than its author knows: another program has changed it.
 */
export async function saveTemplate(folder: string, { name, source, before }: TemplateDraft): Promise<NamedTemplate> {
  if (name === '' || toSafeName(name) !== name || name.length > LONGEST_TEMPLATE_NAME)
    throw new LibraryError(
      `模板的名称要有 1 到 ${LONGEST_TEMPLATE_NAME} 个字，不能有 / \\ : * ? " < > | # ^ [ ]。请换一个名称。`,
    )
  if (source.length > TEMPLATE_LIMITS.source)
    throw new LibraryError(`模板太长（最多 ${TEMPLATE_LIMITS.source} 个字符），没有保存。请缩短。`)
  const templates = await listTemplates(folder)
  // Windows and macOS take 甲A and 甲a for one file.
  const known = templates.find((template) => template.name.toLowerCase() === name.toLowerCase())
  if (before === null && known) throw new LibraryError(`已经有名为 ${known.name} 的模板，没有保存。请换一个名称。`)
  if (before !== null && (known?.name !== name || !known.isOwn || (await findTemplate(folder, name)).source !== before))
    throw new LibraryError(`模板 ${name} 刚刚被别的程序改动或移走了，没有保存。请换一个名称另存。`)
  const { templates: into } = new LibraryPaths(folder)
  await mkdir(into, { recursive: true })
  await writeNamedFile(join(into, `${name}${EXTENSION}`), source, `${name}${EXTENSION}`)
  return { name, source, isOwn: true }
}
