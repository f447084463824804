import { describeTarget } from './change-corrections.ts'
import type { Correction } from './correction.ts'

/**
 * Merges two lists of corrections that were made from the same, `base`: what either said anew or withdrew counts, and of
 * two that were said of the same thing it is ours. Without a `base` nothing is known to be withdrawn.
 */
export function mergeCorrections(
  base: readonly Correction[] | undefined,
  ours: readonly Correction[],
  theirs: readonly Correction[],
): Correction[] {
  const [before, here, there] = [byTarget(base ?? []), byTarget(ours), byTarget(theirs)]
  const merged: Correction[] = []
  for (const target of new Set([...here.keys(), ...there.keys()])) {
    const own = here.get(target)
    const isOurs = base === undefined ? own !== undefined : !isSame(own, before.get(target))
    const said = isOurs ? own : there.get(target)
    if (said) merged.push(said)
  }
  return merged
}

function byTarget(corrections: readonly Correction[]): Map<string, Correction> {
  return new Map(corrections.map((correction) => [describeTarget(correction), correction]))
}

function isSame(a: Correction | undefined, b: Correction | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
