import { type AnchoredText, describeAnchor } from '../annotation/anchor.ts'
import {
  type Anchor,
  type Annotation,
  type AnnotationVersion,
  annotationVersionSchema,
} from '../annotation/annotation.ts'
import { annotationLine } from '../annotation/annotation-line.ts'
import { fail, type Result, succeed } from '../result.ts'
import { toTags } from '../tags/tag.ts'
import { CodePointIndex } from '../text/code-points.ts'
import { toSourceRange } from '../text/range.ts'
import type { WebAnnotation, WebAnnotationVersion } from './web-annotation-schema.ts'

/** The text of a report, ready to place many annotations in. */
export interface PlacingText extends AnchoredText {
  readonly index: CodePointIndex
}

/** Prepares the text of a report. */
export function toPlacingText(text: AnchoredText): PlacingText {
  return { ...text, index: new CodePointIndex(text.text) }
}

/**
 * Makes an annotation of the library from one that was read from a file. What Meipi wrote comes back as it was; what
 * another program made with positions in the text at hand is described anew. Where the words do not stand where the
 * file says, the annotation is refused: nothing is put on other words. The problem's message is a clause that goes
 * after the words “this annotation”. `now` is the time for what tells none, ISO 8601.
 */
export function placeWebAnnotation(read: WebAnnotation, text: PlacingText, now: string): Result<Annotation> {
  const { id, superseded, conflicts = [] } = read
  const created = read.created ?? read.modified ?? now
  const [shown, ...others] = [read, ...conflicts].map((version) => placeVersion(version, text, created))
  if (!shown?.ok) return shown ?? fail('no-version', '没有内容')
  const placed: AnnotationVersion[] = []
  for (const other of others) {
    if (!other.ok) return other
    placed.push(other.value)
  }
  const line = { id, created, superseded, conflicts: placed.length === 0 ? undefined : placed }
  return succeed(annotationLine.entryOf(line, shown.value))
}

function placeVersion(read: WebAnnotationVersion, text: PlacingText, created: string): Result<AnnotationVersion> {
  const anchor = toAnchor(read, text)
  if (!anchor.ok) return anchor
  const { revision = 1, color = 'gamboge', deleted = false } = read
  const bodies = read.body ?? []
  const notes = bodies.filter(({ purpose }) => purpose !== 'tagging').map(({ value }) => value)
  const tags = bodies.flatMap(({ purpose, value }) => (purpose === 'tagging' ? [value] : []))
  const parsed = annotationVersionSchema.safeParse({
    revision,
    modified: read.modified ?? created,
    anchor: anchor.value,
    color,
    note: [...(read.bodyValue === undefined ? [] : [read.bodyValue]), ...notes].join('\n\n'),
    // A version of Meipi's own is named by what it says: that comes back letter for letter.
    tags: read.revision === undefined ? toTags(tags) : tags,
    deleted,
  })
  return parsed.success ? succeed(parsed.data) : fail('too-long', '太长，或标签太多、太长')
}

function toAnchor({ target }: WebAnnotationVersion, text: PlacingText): Result<Anchor> {
  const { quote, codePoints, codeUnits } = target.selector
  if (quote === null || quote.exact.trim() === '') return fail('no-quote', '没有引文（TextQuoteSelector）')
  const isThisText = target.textHash === undefined || target.textHash === text.textHash
  const place =
    codeUnits ??
    (isThisText && codePoints !== null
      ? { start: text.index.toCodeUnits(codePoints.start), end: text.index.toCodeUnits(codePoints.end) }
      : null)
  if (place === null)
    return codePoints === null
      ? fail('no-position', '没有位置（TextPositionSelector）')
      : fail('other-text', '说的是正文的另一个版本，位置无法换算')
  if (isThisText && !standsThere(place, target.selector, text))
    return fail('other-words', '的引文和资料库里的正文对不上')
  if (codeUnits === null || target.textHash === undefined)
    return succeed(describeAnchor(text, toSourceRange(place.start, place.end)))
  const { textHash, sectionPath = [] } = target
  const { exact, prefix = '', suffix = '' } = quote
  return succeed({ textHash, ...place, quote: exact, prefix, suffix, sectionPath })
}

function standsThere(
  place: { readonly start: number; readonly end: number },
  { quote, codePoints }: WebAnnotation['target']['selector'],
  { text, index }: PlacingText,
): boolean {
  const agree =
    codePoints === null ||
    (index.toCodePoints(place.start) === codePoints.start && index.toCodePoints(place.end) === codePoints.end)
  return agree && text.slice(place.start, place.end) === quote?.exact
}
