import { parse } from 'yaml'
import type { FrontMatterValue } from '../front-matter.ts'
import type { Flavour } from './entries.ts'
import { mergeFields } from './front-matter-fields.ts'
import { type FileLine, joinLines } from './lines.ts'

const FENCE = /^---[ \t]*$/
/** As it was written: YAML would take an id of digits alone for a number. */
const REPORT = /^meipi_report[ \t]*:[ \t]*["']?([0-9a-f]{16})["']?[ \t]*(?:#.*)?$/

/** The YAML block that opens a file (Obsidian, and most that read Markdown). */
export const FRONT_MATTER: Pick<Flavour, 'readHead' | 'readFields' | 'mergeHead'> = {
  readHead(lines) {
    const close = FENCE.test(lines[0]?.text ?? '') ? lines.findIndex(({ text }, at) => at > 0 && FENCE.test(text)) : -1
    const head = lines.slice(0, close + 1)
    const reportId = head.map(({ text }) => REPORT.exec(text)?.[1]).find((id) => id !== undefined)
    return { length: head.length, reportId: reportId ?? null }
  },

  readFields(head) {
    const parsed = parseFields(yamlOf(head))
    return parsed && Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, toFieldValue(value)]))
  },

  mergeHead(head, fields, lineBreak) {
    // A reader who took the front matter out does not want one.
    if (head.length === 0) return { text: '', changes: [] }
    const { text, changes } = mergeFields(yamlOf(head), fields, lineBreak)
    return { text: joinLines(head.slice(0, 1)) + text + joinLines(head.slice(-1)), changes }
  },
}

/** What stands between the fences. */
function yamlOf(head: readonly FileLine[]): string {
  return joinLines(head.slice(1, -1))
}

function parseFields(yaml: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0, logLevel: 'silent' }) ?? {}
    return typeof value === 'object' && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** What a template of the reader's may write and no list or word is, is written once and not brought up to date. */
function toFieldValue(value: unknown): FrontMatterValue {
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
}
