import type { Cell, CellValue, Saying } from './protocol.ts'

/** What a child said in its life, and what may be on the disk after it. */
export class Expectation {
  /** For each cell, what it may hold: what was acknowledged last, and what was asked for since. */
  readonly #allowed: Map<Cell, Set<CellValue | undefined>>
  readonly #waiting = new Map<number, { readonly cell: Cell; readonly value: CellValue }>()
  acknowledged = 0
  hasBegunToOpen = false
  hasOpened = false

  /** `before`: what was on the disk when the child began. */
  constructor(before: ReadonlyMap<Cell, CellValue>) {
    this.#allowed = new Map([...before].map(([cell, value]) => [cell, new Set([value])]))
  }

  /** How many changes were under way when it ended. */
  get underWay(): number {
    return this.#waiting.size
  }

  take(saying: Saying): void {
    switch (saying.say) {
      case 'opening':
        this.hasBegunToOpen = true
        break
      case 'open':
        this.hasOpened = true
        break
      case 'try': {
        const { ticket, cell, value } = saying
        this.#waiting.set(ticket, { cell, value })
        this.#allowed.set(cell, (this.#allowed.get(cell) ?? new Set([undefined])).add(value))
        break
      }
      case 'done': {
        const done = this.#waiting.get(saying.ticket)
        if (!done) throw new Error(`nobody asked for ${saying.ticket}`)
        this.#waiting.delete(saying.ticket)
        this.acknowledged++
        // One change of a cell at a time: what it held before is over.
        this.#allowed.set(done.cell, new Set([done.value]))
      }
    }
  }

  /** Cells that hold what they may not, as lines of words. */
  contradictions(found: ReadonlyMap<Cell, CellValue>): string[] {
    return [...this.#allowed].flatMap(([cell, allowed]) => {
      const value = found.get(cell)
      if (allowed.has(value) || isBinned(cell, found)) return []
      return [
        `${cell} is ${value ?? 'not there'}, and not ${[...allowed].map((each) => each ?? 'missing').join(' or ')}`,
      ]
    })
  }
}

/** Of a report in the bin only that is looked at: its files are as they were. */
function isBinned(cell: Cell, found: ReadonlyMap<Cell, CellValue>): boolean {
  const [kind, report] = cell.split(' ')
  return kind !== 'report' && report !== undefined && found.get(`report ${report}`) === JSON.stringify('bin')
}
