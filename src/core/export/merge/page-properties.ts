import type { Flavour } from './entries.ts'
import type { FieldChange } from './front-matter-fields.ts'
import { applyEdits, type FileLine, type LineEdit } from './lines.ts'

const PROPERTY = /^([^\s:]+):: ?(.*)$/
/** Properties that Logseq reads as lists of names, between commas. */
const LISTS: ReadonlySet<string> = new Set(['tags', 'alias'])

/** The `key:: value` lines that open a page of Logseq. */
export const PAGE_PROPERTIES: Pick<Flavour, 'readHead' | 'readFields' | 'mergeHead'> = {
  readHead(lines) {
    const rest = lines.findIndex(({ text }) => !PROPERTY.test(text))
    const head = rest < 0 ? lines : lines.slice(0, rest)
    const told = valuesOf(head).get('meipi-report') ?? ''
    return { length: head.length, reportId: /^[0-9a-f]{16}$/.test(told) ? told : null }
  },

  readFields: (head) => Object.fromEntries(valuesOf(head)),

  mergeHead(head, fields, lineBreak) {
    // A reader who took the properties out does not want them.
    if (head.length === 0) return { text: '', changes: [] }
    const changes: FieldChange[] = []
    const edits: LineEdit[] = []
    for (const [key, value] of Object.entries(fields)) {
      const at = head.findIndex(({ text }) => PROPERTY.exec(text)?.[1] === key)
      const before = head[at]?.text ?? null
      const after = `${key}:: ${LISTS.has(key) && before !== null ? unite(before, String(value)) : value}`
      if (after === before) continue
      edits.push({ from: at < 0 ? head.length : at, to: at < 0 ? head.length : at + 1, lines: [after] })
      changes.push({ key, before, after })
    }
    return { text: applyEdits(head, edits, lineBreak), changes }
  },
}

function valuesOf(head: readonly FileLine[]): Map<string, string> {
  return new Map(head.map(({ text }) => [PROPERTY.exec(text)?.[1] ?? '', PROPERTY.exec(text)?.[2]?.trim() ?? '']))
}

/** The names in a line as they stand, with those behind them that are missing. */
function unite(line: string, names: string): string {
  const value = PROPERTY.exec(line)?.[2] ?? ''
  const split = (list: string) => list.split(/[,，]/).map((name) => name.trim())
  const here = new Set(split(value))
  const missing = split(names).filter((name) => name !== '' && !here.has(name))
  return missing.length === 0 ? value : [...(value.trim() === '' ? [] : [value]), ...missing].join(', ')
}
