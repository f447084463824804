import { inspect, type Shown } from './stage.ts'

/** Megabytes (10⁶ bytes) of the window's renderer that are in memory (resident set), after a garbage collection. */
export async function measureMemory(shown: Shown): Promise<number> {
  const devtools = await inspect(shown)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.detach()
  const metrics = await shown.app.evaluate(({ app }) => app.getAppMetrics())
  const renderer = metrics.find(({ type }) => type === 'Tab')
  if (!renderer) throw new Error('the window has no renderer')
  return (renderer.memory.workingSetSize * 1024) / 1e6
}
