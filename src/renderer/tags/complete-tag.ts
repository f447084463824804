const BREAK = /[\s,，、;；]/u

/** Where the tag begins and ends that stands at a position of a line of tags. */
function around(line: string, at: number): readonly [start: number, end: number] {
  let [start, end] = [at, at]
  while (start > 0 && !BREAK.test(line.charAt(start - 1))) start--
  while (end < line.length && !BREAK.test(line.charAt(end))) end++
  return [start, end]
}

/** What is written so far of the tag that the caret is in. */
export function writtenTag(line: string, caret: number): string {
  return line.slice(around(line, caret)[0], caret)
}

/** The line with a tag in the place of the one that the caret is in, ready for the next. */
export function completeTag(line: string, caret: number, tag: string): string {
  const [start, end] = around(line, caret)
  return `${line.slice(0, start)}${tag} ${line.slice(end).trimStart()}`
}
