import { parse } from 'yaml'

/** What stands above a Markdown text between two lines of three dashes. */
export interface FrontMatter {
  readonly title?: string
  readonly source?: string
  /** Where the text begins after it; 0 where there is none. */
  readonly end: number
}

/**
 * Reads a YAML front matter. One that is not closed, not YAML or not a list of fields is text, not lost: `end` is 0.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text)
  if (match?.[1] === undefined) return { end: 0 }
  const fields = parseFields(match[1])
  if (fields === null) return { end: 0 }
  const title = toText(fields.title)
  const source = toText(Array.isArray(fields.source) ? fields.source[0] : fields.source)
  return { end: match[0].length, ...(title === null ? {} : { title }), ...(source === null ? {} : { source }) }
}

function parseFields(yaml: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0, logLevel: 'error' })
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function toText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
