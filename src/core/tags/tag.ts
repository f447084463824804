/** The longest that a tag can be, in UTF-16 code units. */
export const LONGEST_TAG = 200

/** Tags that one annotation or one report can have. */
export const MOST_TAGS = 200

/** What ends a tag where several are written in one line, and so cannot be in one. */
const BREAKS = /[\s,，、;；]+/gu

/** What prints nothing, and makes two of what looks like one tag. */
const INVISIBLE = /[\p{Cc}\u200b\u2060\ufeff]/gu

const AT_BEGINNING = /^[#＃\s,，、;；]+/u
const AT_END = /[\s,，、;；]+$/u

/**
 * The one form of a tag that was written somewhere: `#民生 / 教育/` → `民生/教育`. It is in NFC, `/` leads to a tag under
 * another, signs before a part and what is empty are left out, and white space or commas inside a part become a hyphen,
 * as they would end the tag. What is too long is cut. Null where nothing is left. Whatever makes tags goes through this:
 * the editor, what is imported, and new names.
 */
export function toTag(written: string): string | null {
  const tag = cut(toWholeTag(written), LONGEST_TAG)
  return tag === '' ? null : tag
}

/** As `toTag`, but not cut; empty where nothing is left. */
export function toWholeTag(written: string): string {
  return written
    .replace(BREAKS, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split(/[/／]/u)
    .map((part) => part.replace(AT_BEGINNING, '').replace(AT_END, '').replace(BREAKS, '-'))
    .filter((part) => part !== '')
    .join('/')
}

/** The tags that were written, in their order, each once. */
export function toTags(written: readonly string[]): string[] {
  const tags = written.map(toTag).filter((tag) => tag !== null)
  return [...new Set(tags)].slice(0, MOST_TAGS)
}

/** What a stored tag is counted and renamed as. One that could not be written now stands for itself. */
export function pathOf(tag: string): string {
  return toTag(tag) ?? tag
}

/** Whether a tag is another or stands under it. Both are paths. */
export function isAtOrUnder(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`)
}

/** A tag and those above it, the outermost first: `a/b` → `a`, `a/b`. */
export function pathsTo(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** The last part of a path. */
export function nameOfPath(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** No longer than that, no half character and no `/` at the end. */
function cut(tag: string, length: number): string {
  return tag
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/\/+$/, '')
}
