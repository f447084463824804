import { LINE_BREAK } from './markdown-escape.ts'
import { toBlockId } from './obsidian-names.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The line that names an annotation's block. Logseq takes nothing but a UUID for an id; any other goes by a name of ours. */
export function toLogseqIdLine(annotationId: string): string {
  return UUID.test(annotationId) ? `id:: ${annotationId}` : `meipi-id:: ${toBlockId(annotationId)}`
}

/** A reader's tag as Logseq's `tags::` can hold it: in double brackets where it has spaces, commas or marks. Empty where nothing is left. */
export function toLogseqTag(tag: string): string {
  const name = tag.replace(/[[\]#,，"\s\p{Cc}\p{Surrogate}]+/gu, ' ').trim()
  return name === '' || /^[\p{L}\p{N}_/-]+$/u.test(name) ? name : `[[${name}]]`
}

/**
 * A note, as the reader wrote it, for Logseq's `#+BEGIN_NOTE`: a line that would end the block or be taken for a
 * property of it gets a backslash, which Markdown does not show.
 */
export function toLogseqNote(note: string): string {
  return note
    .trimEnd()
    .split(LINE_BREAK)
    .map((line) => line.replace(/^(\s*)#\+/, '$1\\#+').replace(/^(\s*(?:[-*+] )?)([^\s:`]+)::(?=\s|$)/, '$1$2\\::'))
    .join('\n')
}
