import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Random } from '../kill-test/random.ts'
import { findDifferences, findLost, findStray, type SideView, viewSide } from './check-sides.ts'
import { type FoundFile, readTree } from './read-tree.ts'
import { Reader } from './reader.ts'
import type { SyncthingPair } from './syncthing-pair.ts'
import { VersionLog } from './version-log.ts'

/** How the sides are cut off from each other, and who has the library open when they meet; `live`: they are not cut off. */
export const ROUND_KINDS = ['paused', 'stopped', 'one open', 'both open', 'live'] as const

export type RoundKind = (typeof ROUND_KINDS)[number]

/** What a round came to. */
export interface RoundFigures {
  readonly kind: RoundKind
  /** Changes of all kinds that were acknowledged, on each side. */
  readonly changes: readonly [left: number, right: number]
  /** Conflict copies that Syncthing made. */
  readonly copies: number
  /** Notes and terms that wait to be settled, the same on both sides. */
  readonly conflicts: number
  /** How often both libraries had to be looked at until neither wrote anything: the last time is one of them. */
  readonly passes: number
  readonly milliseconds: number
  /** Versions that were acknowledged and are not shown on one of the sides. */
  readonly lost: readonly string[]
  /** Anything else that should not be. */
  readonly faults: readonly string[]
}

/** How it went until neither side wrote anything any more. */
type Rest = Pick<RoundFigures, 'passes' | 'faults'>

/** Changes that a side makes at a time. */
const CHANGES = 12
/** How often both libraries are opened at most until nothing is written any more. */
const MOST_PASSES = 6
/** How long it is between two scans while both sides work, in milliseconds. */
const SCAN_EVERY = 150

/** One library on two sides, with a reader on each. */
export class SharedLibrary {
  readonly #pair: SyncthingPair
  readonly #log = new VersionLog()
  readonly #left: Reader
  readonly #right: Reader
  readonly #copies = new Set<string>()

  constructor(pair: SyncthingPair, folder: string, random: Random) {
    const reader = (name: string, from: Random) =>
      new Reader({ name, folder: join(folder, name), own: join(folder, `${name}-own`) }, from, this.#log)
    this.#pair = pair
    this.#left = reader('left', random)
    this.#right = reader('right', random)
  }

  /** The left one begins the library, and the right one gets it. */
  async begin(): Promise<void> {
    await this.#left.open()
    for (const number of [0, 1, 2]) await this.#left.import(number)
    await this.#left.close()
    await this.#pair.sync()
  }

  /** Both work, meet and are compared. */
  async round(kind: RoundKind): Promise<RoundFigures> {
    const began = Date.now()
    const [left, right] = [this.#left, this.#right]
    const before = [left.changes, right.changes] as const
    const copiesBefore = this.#copies.size
    const open = await this.#workAndMeet(kind)
    const { passes, faults, seen: views } = await this.#settle(viewSide)
    return {
      kind,
      changes: [left.changes - before[0], right.changes - before[1]],
      copies: this.#copies.size - copiesBefore,
      conflicts: views[0].conflicts,
      passes: Math.max(open.passes, passes),
      milliseconds: Date.now() - began,
      lost: views.flatMap((view, side) => findLost(this.#log, view).map((lost) => `${sideName(side)}: ${lost}`)),
      faults: [...open.faults, ...faults, ...this.#faults(views)],
    }
  }

  async #workAndMeet(kind: RoundKind): Promise<Rest> {
    const [left, right] = [this.#left, this.#right]
    if (kind === 'live') return this.#workLive()
    const how = kind === 'stopped' ? 'stopped' : 'paused'
    await this.#pair.part(how)
    await left.open()
    await left.work(CHANGES)
    if (kind === 'paused' || kind === 'stopped') await left.close()
    await right.open()
    await right.work(CHANGES)
    if (kind !== 'both open') await right.close()
    await this.#pair.meet(how)
    this.#countCopies()
    for (const reader of [left, right]) {
      if (!reader.isOpen) continue
      // What arrived while it was open; then it goes on with that.
      await reader.look()
      await reader.work(CHANGES)
    }
    return this.#close()
  }

  /** Both work at the same time, and each other's changes arrive in between. */
  async #workLive(): Promise<Rest> {
    const [left, right] = [this.#left, this.#right]
    await Promise.all([left.open(), right.open()])
    let isOver = false
    const scanning = (async () => {
      while (!isOver) {
        await this.#pair.scan()
        await setTimeout(SCAN_EVERY)
      }
    })()
    try {
      await Promise.all([left.work(CHANGES * 3), right.work(CHANGES * 3)])
    } finally {
      isOver = true
      await scanning
    }
    return this.#close()
  }

  /** Closes what is open, when that has come to rest. */
  async #close(): Promise<Rest> {
    const rest = await this.#settle(async (reader) => (reader.isOpen ? reader.look() : []))
    for (const reader of [this.#left, this.#right]) if (reader.isOpen) await reader.close()
    return rest
  }

  /** Lets both libraries be looked at and sync, while they are open or closed, until neither writes anything. */
  async #settle<T>(look: (reader: Reader) => Promise<T>): Promise<Rest & { seen: [T, T] }> {
    for (let passes = 1; ; passes++) {
      await this.#pair.sync()
      this.#countCopies()
      const folders = [this.#left.place.folder, this.#right.place.folder]
      const before = folders.map(readTree)
      const seen: [T, T] = [await look(this.#left), await look(this.#right)]
      const written = folders.flatMap((folder, side) => writtenSince(folder, before[side] ?? new Map()))
      if (written.length === 0) return { passes, faults: [], seen }
      if (passes === MOST_PASSES) return { passes, faults: [`never at rest: ${written.join(' ')}`], seen }
    }
  }

  #faults([left, right]: readonly [SideView, SideView]): string[] {
    const readers = [this.#left, this.#right]
    const complaints = readers.flatMap(({ complaints: each }) => [...each])
    for (const reader of readers) reader.complaints.clear()
    const stray = readers.flatMap(({ place: { name, folder } }) => findStray(folder).map((each) => `${name}: ${each}`))
    return [...complaints, ...stray, ...findDifferences(left, right)]
  }

  /** Takes down the conflict copies that there are: they are moved when they are merged, and keep their names. */
  #countCopies(): void {
    for (const { place } of [this.#left, this.#right])
      for (const path of readTree(place.folder).keys()) {
        if (path.includes('.sync-conflict-') && !path.startsWith('bin/conflicts/')) this.#copies.add(path)
      }
  }
}

function sideName(side: number): string {
  return side === 0 ? 'left' : 'right'
}

function writtenSince(folder: string, before: ReadonlyMap<string, FoundFile>): string[] {
  const now = readTree(folder)
  return [...new Set([...now.keys(), ...before.keys()])].filter(
    (path) => now.get(path)?.stamp !== before.get(path)?.stamp,
  )
}
