/**
 * Length of a stretch, in characters, that two texts hardly share by chance: formulas of these reports are shorter, or
 * are copied from year to year (see `SAME_REPORT_SHARE`).
 */
export const SHARED_STRETCH = 16

/**
 * From which share of the shorter text on, standing in the other in stretches of `SHARED_STRETCH`, two texts are two
 * versions of one report. Measured on 4,000 pairs of reports of one city in different years: at most 0.14. A version
 * with a misprint in every 25 characters keeps 0.86 (docs/adr/0010).
 */
export const SAME_REPORT_SHARE = 0.5

/** Which share of the shorter text, from 0 to 1, stands in the other in stretches of `SHARED_STRETCH` or more. */
export function sharedShare(one: string, other: string): number {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  if (shorter.length < SHARED_STRETCH) return longer.includes(shorter) ? 1 : 0
  if (longer.includes(shorter)) return 1
  const stretches = new Set<string>()
  for (let at = 0; at + SHARED_STRETCH <= longer.length; at++) stretches.add(longer.slice(at, at + SHARED_STRETCH))
  let shared = 0
  let counted = 0
  for (let at = 0; at + SHARED_STRETCH <= shorter.length; at++) {
    if (!stretches.has(shorter.slice(at, at + SHARED_STRETCH))) continue
    shared += at + SHARED_STRETCH - Math.max(at, counted)
    counted = at + SHARED_STRETCH
  }
  return shared / shorter.length
}

/** Whether two texts, both folded, are versions of one report and not, say, the reports of two years. */
export function isSameReport(one: string, other: string): boolean {
  return sharedShare(one, other) >= SAME_REPORT_SHARE
}
