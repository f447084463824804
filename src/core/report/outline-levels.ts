import { ordinalRank } from './ordinal.ts'
import { findRuns, type NumberedLine, type Run } from './ordinal-runs.ts'
import type { UnnumberedLine } from './unnumbered-lines.ts'

/**
 * Levels by nesting. A numbered line stands below the nearest line before it of a higher form. A line without number
 * stands below the run of numbers that goes on across it, and above everything where none does; a run inside another of
 * its own form stands below it.
 */
export function assignLevels(
  numbered: readonly NumberedLine[],
  unnumbered: readonly UnnumberedLine[],
): Map<number, number> {
  const runs = findRuns(numbered)
  const wholeRanks = new Set(numbered.filter(({ shape }) => shape === 'whole').map(({ form }) => ordinalRank(form)))
  const lines = [
    ...runs.flatMap((run) => run.lines.map(({ index }) => ({ index, rank: toRank(run) }))),
    ...rankUnnumbered(unnumbered, runs),
  ].sort((a, b) => a.index - b.index)
  const levels = new Map<number, number>()
  const stack: { rank: number; level: number }[] = []
  for (const { index, rank } of lines) {
    while ((stack.at(-1)?.rank ?? -2) >= rank) stack.pop()
    const parent = stack.at(-1)
    // A text may begin in the middle: what stands first may lack the heading above it.
    const missing = [...wholeRanks].filter((whole) => whole < Math.floor(rank)).length
    const level = parent === undefined ? 1 + (rank < 0 ? 0 : missing) : parent.level + 1
    stack.push({ rank, level })
    levels.set(index, level)
  }
  return levels
}

/** Lower is higher in the outline. Nesting inside the same form and lines without number come between two forms. */
function toRank({ lines, depth }: Run): number {
  const form = lines[0]?.form
  return form === undefined ? -1 : ordinalRank(form) + Math.min(depth, 2) * 0.2
}

/** Ranks each line just below the lowest run that begins before it and goes on after it. */
function rankUnnumbered(
  unnumbered: readonly UnnumberedLine[],
  runs: readonly Run[],
): { index: number; rank: number }[] {
  const bounds = runs.flatMap((run) => {
    const first = run.lines[0]?.index ?? 0
    const last = run.lines.at(-1)?.index ?? 0
    return first === last
      ? []
      : [
          { at: first, rank: toRank(run), change: 1 },
          { at: last, rank: toRank(run), change: -1 },
        ]
  })
  bounds.sort((a, b) => a.at - b.at)
  const across = new Map<number, number>()
  let next = 0
  return unnumbered.map(({ index }) => {
    for (let bound = bounds[next]; bound !== undefined && bound.at < index; bound = bounds[++next])
      across.set(bound.rank, (across.get(bound.rank) ?? 0) + bound.change)
    const ranks = [...across].filter(([, count]) => count > 0).map(([rank]) => rank)
    return { index, rank: ranks.length === 0 ? -1 : Math.max(...ranks) + 0.5 }
  })
}
