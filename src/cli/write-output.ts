import { once } from 'node:events'

/** Writes to stdout and waits while a slow reader catches up, so that large output is neither lost nor piled up. */
export async function writeOutput(text: string): Promise<void> {
  if (process.stdout.destroyed || process.stdout.write(text)) return
  await Promise.race([once(process.stdout, 'drain'), new Promise((resolve) => process.stdout.once('close', resolve))])
}

/** Writes values as one JSON array as they come, never all of them at once. */
export async function writeJsonArray(values: AsyncIterable<unknown>): Promise<void> {
  let first = true
  for await (const value of values) {
    await writeOutput(`${first ? '[' : ','}\n${JSON.stringify(value)}`)
    first = false
  }
  await writeOutput(first ? '[]\n' : '\n]\n')
}
