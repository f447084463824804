import { showSpread, spreadOf } from '../median.ts'

/** Figures of the app and of its peer, the nth of both from the same round. */
export class Compared {
  readonly app: number[] = []
  readonly peer: number[] = []

  add(app: number, peer: number): void {
    this.app.push(app)
    this.peer.push(peer)
  }
}

/** A line of the table: what was measured, the app's figure, the peer's, and how many times the peer's the app's is. */
export type Row = readonly [what: string, app: string, peer: string, ratio: string]

/** A row whose ratio is that of the medians, in brackets the least and the greatest of one round. */
export function compare(what: string, figures: Compared, digits = 1): Row {
  const { app, peer } = figures
  return [what, showSpread(spreadOf(app), digits), showSpread(spreadOf(peer), digits), showRatio(figures)]
}

function showRatio({ app, peer }: Compared): string {
  const [ours, theirs] = [spreadOf(app), spreadOf(peer)]
  // A peer that drops no frame has no ratio.
  if (theirs.median === 0) return '–'
  const ratio = (ours.median / theirs.median).toFixed(2)
  if (theirs.min === 0) return ratio
  const rounds = spreadOf(app.map((each, index) => each / (peer[index] ?? Number.NaN)))
  return `${ratio} (${rounds.min.toFixed(2)}–${rounds.max.toFixed(2)})`
}

/** Writes rows under each other, their columns in line. */
export function printTable(rows: readonly Row[]): void {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0))
    console.log(cells.join('  ').trimEnd())
  }
}
