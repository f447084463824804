/** Minimum, median and maximum of some figures. */
export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b)
  return { min: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 }
}

/** Milliseconds that `work` takes, over `runs` counted runs after one that is not counted. */
export function timeOf(work: () => unknown, runs = 9): Spread {
  work()
  const figures = Array.from({ length: runs }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return spreadOf(figures)
}

/** `1.20 (1.10–1.90)`. */
export function showSpread({ min, median, max }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`
}
