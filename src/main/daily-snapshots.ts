import type { LibrarySnapshots } from '../library/snapshots/library-snapshots.ts'

/** How long after the start the first look is, when the page is there, and how long it is to the next, in milliseconds. */
const FIRST_LOOK = 30_000
const NEXT_LOOK = 60 * 60 * 1000

/** Takes the day's snapshot of the library while the app is open; the app may be open for weeks. `onTaken` is called after each look. */
export function takeSnapshotsDaily(snapshots: Pick<LibrarySnapshots, 'takeDaily'>, onTaken: () => void): void {
  const look = () => void snapshots.takeDaily().then(onTaken)
  // They keep nothing alive: the app ends when its windows do.
  setTimeout(look, FIRST_LOOK).unref()
  setInterval(look, NEXT_LOOK).unref()
}
