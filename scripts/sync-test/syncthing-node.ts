import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { dieWithParent } from '../system/die-with-parent.ts'
import { FOLDER_ID, type NodePlace } from './syncthing-config.ts'

const statusSchema = z.object({
  state: z.string(),
  needTotalItems: z.number(),
  pullErrors: z.number(),
  globalFiles: z.number(),
  globalDirectories: z.number(),
  globalDeleted: z.number(),
  globalBytes: z.number(),
})

/** How far a node is with the folder. */
export type FolderStatus = z.infer<typeof statusSchema>

const completionSchema = z.object({ completion: z.number(), needItems: z.number(), needDeletes: z.number() })
const connectionsSchema = z.object({ connections: z.record(z.string(), z.object({ connected: z.boolean() })) })
const errorsSchema = z.object({
  errors: z.array(z.object({ path: z.string(), error: z.string() })).nullable(),
})

/** How long a node may take to answer after it was started, in milliseconds. */
const START_LIMIT = 30_000

/** A Syncthing of our own, by its REST API (https://docs.syncthing.net/dev/rest.html). */
export class SyncthingNode {
  readonly place: NodePlace
  #child: ChildProcess | null = null

  constructor(place: NodePlace) {
    this.place = place
  }

  /** Starts the node and waits until it answers. */
  async start(): Promise<void> {
    const { home } = this.place
    const [program, ...args] = dieWithParent([
      'syncthing',
      ...['serve', `--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'],
    ])
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: home } })
    const log = createWriteStream(join(home, 'log.txt'), { flags: 'a' })
    child.stdout.pipe(log)
    child.stderr.pipe(log)
    this.#child = child
    const limit = Date.now() + START_LIMIT
    while (!(await this.#answers())) {
      if (child.exitCode !== null || Date.now() > limit) throw new Error(`syncthing did not start: see ${home}/log.txt`)
      await setTimeout(50)
    }
  }

  /** Ends the node. */
  async stop(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }

  /** Looks through the folder now; resolves when that is done. */
  async scan(): Promise<void> {
    await this.#ask('POST', `/rest/db/scan?folder=${FOLDER_ID}`)
  }

  async status(): Promise<FolderStatus> {
    return statusSchema.parse(await this.#ask('GET', `/rest/db/status?folder=${FOLDER_ID}`))
  }

  /** Whether another device has, as far as this node knows, everything that there is. */
  async isComplete(device: string): Promise<boolean> {
    const answer = await this.#ask('GET', `/rest/db/completion?folder=${FOLDER_ID}&device=${device}`)
    const { completion, needItems, needDeletes } = completionSchema.parse(answer)
    return completion === 100 && needItems === 0 && needDeletes === 0
  }

  async isConnectedTo(device: string): Promise<boolean> {
    const { connections } = connectionsSchema.parse(await this.#ask('GET', '/rest/system/connections'))
    return connections[device]?.connected ?? false
  }

  async pause(device: string): Promise<void> {
    await this.#ask('POST', `/rest/system/pause?device=${device}`)
  }

  async resume(device: string): Promise<void> {
    await this.#ask('POST', `/rest/system/resume?device=${device}`)
  }

  /** Begins anew with the folder, where something could not be brought to the disk. */
  async retry(): Promise<void> {
    for (const paused of [true, false])
      await this.#ask('PATCH', `/rest/config/folders/${FOLDER_ID}`, JSON.stringify({ paused }))
  }

  /** What it could not bring to the disk, as lines of words. */
  async errors(): Promise<string[]> {
    const { errors } = errorsSchema.parse(await this.#ask('GET', `/rest/folder/errors?folder=${FOLDER_ID}`))
    return (errors ?? []).map(({ path, error }) => `${path}: ${error}`)
  }

  async #answers(): Promise<boolean> {
    return this.#ask('GET', '/rest/system/ping').then(
      () => true,
      () => false,
    )
  }

  async #ask(method: 'GET' | 'POST' | 'PATCH', path: string, body: string | null = null): Promise<unknown> {
    const { guiPort, apiKey } = this.place
    const answer = await fetch(`http://127.0.0.1:${guiPort}${path}`, { method, body, headers: { 'X-API-Key': apiKey } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
}
