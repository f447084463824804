import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual, promisify } from 'node:util'
import { readTree } from './read-tree.ts'
import { describeConfig, deviceIdIn, type NodePlace } from './syncthing-config.ts'
import { SyncthingNode } from './syncthing-node.ts'

/** How long two nodes may take to become the same, in milliseconds. */
const SYNC_LIMIT = 120_000

/** How often they have to be found the same, one time after another: what is announced last may still be on its way. */
const TIMES_THE_SAME = 3

/** After how long nodes that are not the same are made to try again, in milliseconds; by themselves they wait for a minute. */
const RETRY_AFTER = 5000

/** Two Syncthing nodes on this machine that keep one folder on two sides. */
export class SyncthingPair {
  readonly left: SyncthingNode
  readonly right: SyncthingNode

  private constructor(left: SyncthingNode, right: SyncthingNode) {
    this.left = left
    this.right = right
  }

  /** Makes the nodes in an empty folder and starts them; `ignored` are the lines of .stignore on both sides. */
  static async start(folder: string, ignored: readonly string[]): Promise<SyncthingPair> {
    const left = await makePlace(folder, 'left')
    const right = await makePlace(folder, 'right')
    for (const [self, other] of [
      [left, right],
      [right, left],
    ] as const) {
      writeFileSync(join(self.home, 'config.xml'), describeConfig(self, other, self === right))
      if (ignored.length > 0) writeFileSync(join(self.folder, '.stignore'), `${ignored.join('\n')}\n`)
    }
    const pair = new SyncthingPair(new SyncthingNode(left), new SyncthingNode(right))
    await Promise.all([pair.left.start(), pair.right.start()])
    return pair
  }

  async stop(): Promise<void> {
    await Promise.all([this.left.stop(), this.right.stop()])
  }

  /** Cuts the sides off from each other: they are told to, or one of them is not running. */
  async part(how: 'paused' | 'stopped'): Promise<void> {
    if (how === 'stopped') return this.right.stop()
    await this.left.pause(this.right.place.id)
    await this.right.pause(this.left.place.id)
  }

  /** Lets them meet again after `part`, and waits until they are the same. */
  async meet(how: 'paused' | 'stopped'): Promise<void> {
    if (how === 'stopped') await this.right.start()
    else {
      // The one that calls comes last: it does so at once.
      await this.left.resume(this.right.place.id)
      await this.right.resume(this.left.place.id)
    }
    await this.sync()
  }

  async scan(): Promise<void> {
    await Promise.all([this.left.scan(), this.right.scan()])
  }

  /** Makes both look through their folders, and waits until both have the same files. */
  async sync(): Promise<void> {
    const limit = Date.now() + SYNC_LIMIT
    await this.#connected(limit)
    await this.scan()
    let retried = Date.now()
    for (let same = 0; same < TIMES_THE_SAME; ) {
      if (Date.now() > limit) throw new Error(`the nodes do not become the same: ${await this.#describe()}`)
      await setTimeout(100)
      if (await this.#isSame()) {
        same++
        continue
      }
      // A file that was changed while it was to be replaced is looked at again only after a scan.
      if (same > 0 || (await this.#hasErrors())) await this.scan()
      same = 0
      if (Date.now() - retried < RETRY_AFTER) continue
      await Promise.all([this.left.retry(), this.right.retry()])
      retried = Date.now()
    }
  }

  async #connected(limit: number): Promise<void> {
    const [left, right] = [this.left, this.right]
    while (!((await left.isConnectedTo(right.place.id)) && (await right.isConnectedTo(left.place.id)))) {
      if (Date.now() > limit) throw new Error('the nodes do not connect')
      await setTimeout(50)
    }
  }

  async #isSame(): Promise<boolean> {
    const [left, right] = await Promise.all([this.left.status(), this.right.status()])
    const isIdle = [left, right].every(({ state, needTotalItems }) => state === 'idle' && needTotalItems === 0)
    if (!isIdle || !isDeepStrictEqual(left, right)) return false
    const complete = await Promise.all([
      this.left.isComplete(this.right.place.id),
      this.right.isComplete(this.left.place.id),
    ])
    return complete.every(Boolean) && isDeepStrictEqual(this.#hashes(this.left), this.#hashes(this.right))
  }

  #hashes({ place: { folder } }: SyncthingNode): Map<string, string> {
    return new Map([...readTree(folder)].map(([path, { hash }]) => [path, hash]))
  }

  async #hasErrors(): Promise<boolean> {
    const [left, right] = await Promise.all([this.left.status(), this.right.status()])
    return left.pullErrors > 0 || right.pullErrors > 0
  }

  async #describe(): Promise<string> {
    const parts = [this.left, this.right].map(async (node) => [await node.status(), await node.errors()])
    const [left, right] = [this.#hashes(this.left), this.#hashes(this.right)]
    const differing = [...new Set([...left.keys(), ...right.keys()])].filter(
      (path) => left.get(path) !== right.get(path),
    )
    return JSON.stringify([...(await Promise.all(parts)), differing.slice(0, 20)])
  }
}

async function makePlace(folder: string, name: string): Promise<NodePlace> {
  const home = join(folder, `${name}-syncthing`)
  const shared = join(folder, name)
  for (const path of [home, shared]) mkdirSync(path, { recursive: true })
  await promisify(execFile)('syncthing', ['generate', `--home=${home}`], { env: { ...process.env, HOME: home } })
  const id = deviceIdIn(readFileSync(join(home, 'config.xml'), 'utf8'))
  const apiKey = randomBytes(16).toString('hex')
  return { id, name, home, folder: shared, port: await freePort(), guiPort: await freePort(), apiKey }
}

/** A port of the loopback address that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
