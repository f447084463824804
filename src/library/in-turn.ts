/** What is under way, by key. */
const underWay = new Map<string, Promise<void>>()

/** Runs `act` when everything in this process that was asked for under the same key is over, whatever became of that. */
export function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
  const done = (underWay.get(key) ?? Promise.resolve()).then(act)
  const over = done
    .then(
      () => undefined,
      () => undefined,
    )
    .then(() => {
      if (underWay.get(key) === over) underWay.delete(key)
    })
  underWay.set(key, over)
  return done
}
