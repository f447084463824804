import type { Annotation } from '../annotation/annotation.ts'
import { toSourceRange } from '../text/range.ts'
import { describeFormerSource, describeSource, type ReadReport } from './describe-source.ts'
import { toNote } from './markdown.ts'
import { escapeInline, toParagraphs } from './markdown-escape.ts'
import { toMeipiLink } from './meipi-link.ts'
import { toObsidianTags } from './obsidian-names.ts'

/** A highlight that is to be copied. */
export interface CopiedHighlight extends ReadReport {
  /** 16 hex digits. */
  readonly reportId: string
  /** The source text that the report was read from, and its sha256. */
  readonly text: string
  readonly textHash: string
  readonly annotation: Pick<Annotation, 'id' | 'anchor' | 'note' | 'tags'>
}

/**
 * A highlight as Markdown that can be pasted anywhere: the quote with a last line that names report, heading and
 * paragraph, has its tags and leads back; below it the note. Like an exported passage, but without a block id, which has
 * to stay the only one in a vault. Ends without a line break.
 *
 *     > 十件民生实事全面完成。
 *     >
 *     > ——2025年云汀市政府工作报告（2025-01-08），“（五）聚力民生改善”，第 15 段 · #民生 · [回到原文](meipi://report/…?a=…)
 *
 *     > [!note] 批注
 *     > 与去年的清单对照。
 */
export function copyHighlight(highlight: CopiedHighlight): string {
  const { anchor, note } = highlight.annotation
  const quote = `> ${[...toParagraphs(anchor.quote), toSourceLine(highlight)].join('\n>\n> ')}`
  return note.trim() === '' ? quote : `${quote}\n\n${toNote(note)}`
}

function toSourceLine({ report, file, reportId, text, textHash, annotation }: CopiedHighlight): string {
  const { id, anchor, tags } = annotation
  const isInPlace = anchor.textHash === textHash && text.slice(anchor.start, anchor.end) === anchor.quote
  const source = isInPlace
    ? describeSource({ report, file }, toSourceRange(anchor.start, anchor.end))
    : describeFormerSource({ report, file }, anchor.sectionPath)
  const tagged = toObsidianTags(tags).map((tag) => `#${tag}`)
  return [
    `——${escapeInline(source)}`,
    ...(tagged.length > 0 ? [tagged.join(' ')] : []),
    `[回到原文](${toMeipiLink(reportId, id)})`,
  ].join(' · ')
}
