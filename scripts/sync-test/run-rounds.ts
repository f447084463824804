import { Random } from '../kill-test/random.ts'
import { ROUND_KINDS, type RoundFigures, SharedLibrary } from './shared-library.ts'
import { SyncthingPair } from './syncthing-pair.ts'

export interface RoundsOptions {
  readonly rounds: number
  readonly seed: number
  /** An empty folder to work in. */
  readonly folder: string
  /** The lines of .stignore. */
  readonly ignored: readonly string[]
  readonly onRound: (figures: RoundFigures) => void
}

/** Two people work on one library, cut off from each other or not; after each round both sides are compared. */
export async function runRounds({ rounds, seed, folder, ignored, onRound }: RoundsOptions): Promise<void> {
  const pair = await SyncthingPair.start(folder, ignored)
  try {
    const library = new SharedLibrary(pair, folder, new Random(seed))
    await library.begin()
    for (let round = 0; round < rounds; round++)
      onRound(await library.round(ROUND_KINDS[round % ROUND_KINDS.length] ?? 'live'))
  } finally {
    await pair.stop()
  }
}
