import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from './capture.ts'

/** The libraries that `ldd` could not find, each once, sorted; those in `shipped` (the app's own) do not count. */
export function parseLdd(output: string, shipped: readonly string[] = []): string[] {
  const missing = new Set<string>()
  for (const line of output.split('\n')) {
    const name = /^\s*(\S+) => not found\s*$/.exec(line)?.[1]
    if (name && !shipped.includes(name)) missing.add(name)
  }
  return [...missing].sort()
}

/** The shared libraries that an Electron in `folder` lacks. Empty also where there is no `ldd` to ask. */
export async function findMissingLibraries(executable: string, folder: string): Promise<string[]> {
  const shipped = (await readdir(folder)).filter((name) => /\.so(\.\d+)*$/.test(name))
  const asked = await capture(['ldd', executable, ...shipped.map((name) => join(folder, name))], {
    env: { ...process.env, LC_ALL: 'C' },
  })
  return parseLdd(asked.stdout, shipped)
}
