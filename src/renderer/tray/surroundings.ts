import { CONTEXT_LENGTH } from '../../core/annotation/anchor.ts'
import type { SourceRange } from '../../core/text/range.ts'

/** What stands right beside a passage. */
export interface Surroundings {
  readonly before: string
  readonly after: string
}

/** As much of the text beside a passage as an anchor keeps, in one line; dots say that there is more. */
export function surroundingsOf(text: string, { start, end }: SourceRange): Surroundings {
  return inOneLine({
    before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    after: text.slice(end, end + CONTEXT_LENGTH),
  })
}

/** Without the ends of lines and the indents between paragraphs; what is shorter than an anchor keeps is all there is. */
export function inOneLine({ before, after }: Surroundings): Surroundings {
  const join = (words: string) =>
    words
      .replace(/\s*\n\s*/gu, ' ')
      // Half of a character outside the basic plane is none.
      .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/u, '')
  const dots = (words: string) => (words.length < CONTEXT_LENGTH ? '' : '…')
  return { before: dots(before) + join(before).trimStart(), after: join(after).trimEnd() + dots(after) }
}
