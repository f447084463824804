import { capture } from './capture.ts'
import { runChild } from './run-child.ts'

const ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

/** The names among those that `apt-cache policy` printed which can be installed; virtual packages cannot. */
export function parsePolicy(output: string): Set<string> {
  const known = new Set<string>()
  let current = ''
  for (const line of output.split('\n')) {
    const name = /^(\S+):$/.exec(line)?.[1]
    if (name) current = name
    else if (/^ {2}Candidate: (?!\(none\))/.test(line)) known.add(current)
  }
  return known
}

/** Which of the packages apt's lists offer; none where the lists are empty or there is no apt. */
export async function knownToApt(names: readonly string[]): Promise<Set<string>> {
  const asked = await capture(['apt-cache', 'policy', ...names], { env: { ...process.env, LC_ALL: 'C' } })
  return parsePolicy(asked.stdout)
}

/** Fetches apt's lists. A failure only shows later, when a package cannot be had. */
export async function updateApt(): Promise<void> {
  await runChild(['apt-get', 'update', '-q'], { stdio: ['ignore', 2, 2], env: ENVIRONMENT })
}

/** Installs packages; false when apt-get failed (it has said why on stderr). */
export async function installWithApt(names: readonly string[]): Promise<boolean> {
  const command = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...names] as const
  return (await runChild(command, { stdio: ['ignore', 2, 2], env: ENVIRONMENT })) === 0
}
