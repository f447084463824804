import { type OrdinalForm, ordinalRank } from './ordinal.ts'

/** A numbered line: a heading by itself, a paragraph that opens with one, or an item of a list. */
export interface NumberedLine {
  readonly index: number
  readonly form: OrdinalForm
  readonly number: number
  readonly shape: 'whole' | 'run-in' | 'item'
  /** Range in the source text of the heading's words, ordinal included. */
  readonly start: number
  readonly end: number
}

/** A number may be missing in a run, as where a copy lost a line. */
const GAP = 3
/** Lists nest no deeper than this; it also bounds the work for texts that are no reports. */
const DEEPEST = 4

/** Lines of one form whose numbers run on. */
export interface Run {
  readonly lines: readonly NumberedLine[]
  /** How many runs of the same form it stands inside. */
  readonly depth: number
}

interface OpenRun {
  readonly lines: NumberedLine[]
  depth: number
}

/**
 * Gathers lines into runs. Runs may be nested: a list 一、…十、 inside part 二 ends where 三 goes on with the parts. A line of
 * a higher form ends the runs of the lower ones.
 */
export function findRuns(lines: readonly NumberedLine[]): Run[] {
  const open = new Map<OrdinalForm, OpenRun[]>()
  const runs: OpenRun[] = []
  for (const line of lines) {
    const stack = open.get(line.form) ?? []
    open.set(line.form, stack)
    const at = findFollowed(stack, line.number)
    if (at < 0) {
      const fresh = { lines: [line], depth: 0 }
      if (stack.length === DEEPEST) stack.shift()
      stack.push(fresh)
      runs.push(fresh)
    } else {
      // What was opened after the run that now goes on stood inside it.
      for (const inner of stack.splice(at + 1)) inner.depth++
      stack[at]?.lines.push(line)
    }
    for (const [form, lower] of open) if (ordinalRank(form) > ordinalRank(line.form)) lower.length = 0
  }
  return runs
}

/** The run that a number goes on with: the innermost whose last number is one less, or with a gap the innermost of all. */
function findFollowed(stack: readonly OpenRun[], number: number): number {
  const last = (run: OpenRun | undefined): number => run?.lines.at(-1)?.number ?? 0
  const next = stack.findLastIndex((run) => last(run) === number - 1)
  const step = number - last(stack.at(-1))
  return next < 0 && stack.length > 0 && number > 1 && step >= 1 && step <= GAP ? stack.length - 1 : next
}
