import type { Definition, Headword } from '../../core/glossary/dictionary.ts'

/** Definitions that say the same, with all who give them. */
export interface Wording {
  readonly definition: string
  /** Who gives it, the open report first. */
  readonly definitions: readonly Definition[]
}

/** A headword's wordings as its card shows them: the open report's own first, then the reader's, then the most frequent. */
export function orderWordings({ definitions }: Headword, reportId: string): Wording[] {
  const byWording = new Map<number, Definition[]>()
  for (const definition of definitions)
    byWording.set(definition.wording, [...(byWording.get(definition.wording) ?? []), definition])
  return [...byWording.values()]
    .map((given) => given.sort((a, b) => nearness(a, reportId) - nearness(b, reportId)))
    .map((given): Wording => ({ definition: given[0]?.definition ?? '', definitions: given }))
    .sort((a, b) => nearnessOf(a, reportId) - nearnessOf(b, reportId) || b.definitions.length - a.definitions.length)
}

function nearnessOf({ definitions: [first] }: Wording, reportId: string): number {
  return first ? nearness(first, reportId) : Number.POSITIVE_INFINITY
}

function nearness({ source }: Definition, reportId: string): number {
  if (source.by === 'reader') return 1
  return source.reportId === reportId ? 0 : 2
}

/** How many reports other than the open one define the term. */
export function countOtherReports({ definitions }: Headword, reportId: string): number {
  const others = definitions.flatMap(({ source }) =>
    source.by === 'report' && source.reportId !== reportId ? [source.reportId] : [],
  )
  return new Set(others).size
}
