import { diffArrays } from 'diff'

const LINK = /meipi:\/\/report\/[0-9a-f]+\?a=[^)\s]+/

/**
 * The lines of a passage as they are to stand in the file. What the export changed is taken from `fresh`; lines that
 * stand in the file alone, in no place of a line of the export, are the reader's and stay. A line that is in both, with
 * its locator renewed, counts as the same line; one that `isKept` stays whatever stands against it. Merging the outcome again changes nothing.
 */
export function mergeLines(
  existing: readonly string[],
  fresh: readonly string[],
  isKept: (line: string) => boolean = () => false,
): string[] {
  const inFile = new Set(existing)
  const inExport = new Set(fresh)
  const changes = diffArrays(
    existing.map((line) => keyOf(line, inExport)),
    fresh.map((line) => keyOf(line, inFile)),
  )
  const merged: string[] = []
  let fromFile = 0
  let fromExport = 0
  for (const [index, { added, removed, count }] of changes.entries()) {
    if (removed) {
      // Lines of the file that lines of the export stand against are what those replace.
      const replaced = changes[index + 1]?.added || changes[index - 1]?.added
      const lines = existing.slice(fromFile, fromFile + count)
      merged.push(...(replaced ? lines.filter(isKept) : lines))
      fromFile += count
    } else {
      merged.push(...fresh.slice(fromExport, fromExport + count))
      fromExport += count
      if (!added) fromFile += count
    }
  }
  return merged
}

/** Two lines are one if they read the same, or else if they link to the same passage. */
function keyOf(line: string, others: ReadonlySet<string>): string {
  return others.has(line) ? line : (LINK.exec(line)?.[0] ?? line)
}
