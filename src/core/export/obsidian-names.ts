/**
 * The id of the block that holds an annotation: `hl-…`, without the caret. Obsidian allows Latin letters, digits and
 * hyphens; an annotation id with anything else in it (one that came from another program) is written as the hex of
 * its code units behind `x-`, so that two annotations never share a block.
 */
export function toBlockId(annotationId: string): string {
  if (/^(?!x-)[A-Za-z0-9-]+$/.test(annotationId)) return `hl-${annotationId}`
  const hex = annotationId.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
  return `hl-x-${hex.join('')}`
}

/**
 * A reader's tag as Obsidian can hold it, without `#`: letters, digits, emoji, `_`, `-` and `/`; anything else becomes
 * a hyphen. A tag of digits alone, which Obsidian does not take for one, gets a leading `_`. Null where nothing is left.
 */
export function toObsidianTag(tag: string): string | null {
  const name = tag
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu, '-')
    .replace(/\/{2,}/g, '/')
    .replace(/^[-/]+|[-_/]+$/g, '')
  if (name === '') return null
  return /^\p{N}+$/u.test(name) ? `_${name}` : name
}

/** The tags that Obsidian can hold, in order, each once. */
export function toObsidianTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map(toObsidianTag).filter((tag) => tag !== null))]
}
