import type { BenchReports } from './bench-library.ts'
import { Compared } from './compared.ts'
import { measureMemory } from './memory.ts'
import { openReport, setText } from './opening.ts'
import { closeAndForget, type Stage } from './stage.ts'

/** What a text costs for the first time after a start, in ms, and what the renderer then has in memory, in MB. */
export interface FirstOpening {
  readonly opening: Compared
  readonly memory: Compared
}

/** Starts the app and the bare window `runs` times by turns; each shows the median report, then the long one. */
export async function measureFirstOpenings(
  stage: Stage,
  reports: BenchReports,
  runs: number,
): Promise<Readonly<Record<'median' | 'long', FirstOpening>>> {
  const figures = {
    median: { opening: new Compared(), memory: new Compared() },
    long: { opening: new Compared(), memory: new Compared() },
  }
  for (let run = 0; run < runs; run++) {
    const app = await stage.startApp()
    const bare = await stage.startBare()
    for (const size of ['median', 'long'] as const) {
      const { title, text } = reports[size]
      figures[size].opening.add(await openReport(app.page, title), await setText(bare.page, text))
      figures[size].memory.add(await measureMemory(app), await measureMemory(bare))
    }
    await closeAndForget(app)
    await bare.app.close()
  }
  return figures
}
