import type { Annotation, AnnotationVersion, ColorId } from '../annotation/annotation.ts'
import { CodePointIndex } from '../text/code-points.ts'
import { toAnnotationIri, toReportIri } from './annotation-iri.ts'

/** A report's annotations, and the text that they speak of. */
export interface AnnotatedText {
  /** 16 hex digits. */
  readonly reportId: string
  /** The source text at hand. */
  readonly text: string
  /** sha256 of `text`. */
  readonly textHash: string
  /** In any order; deleted ones among them. */
  readonly annotations: readonly Annotation[]
}

export interface WebAnnotationOptions {
  readonly colorNames: Readonly<Record<ColorId, string>>
  /** Whether deleted annotations are written too, so that whoever takes the file in deletes them as well. */
  readonly tombstones: boolean
}

/**
 * The names that Meipi adds to the model, under a namespace of its own, so that the file stays JSON-LD that any
 * processor can read. The headings of a section path are in order, which a plain JSON-LD array would not say.
 */
const MEIPI_CONTEXT = {
  meipi: 'urn:meipi:vocabulary:',
  CodeUnitPositionSelector: 'meipi:CodeUnitPositionSelector',
  textHash: 'meipi:textHash',
  sectionPath: { '@id': 'meipi:sectionPath', '@container': '@list' },
  revision: 'meipi:revision',
  color: 'meipi:color',
  colorName: 'meipi:colorName',
  deleted: 'meipi:deleted',
  superseded: 'meipi:superseded',
  conflicts: 'meipi:conflicts',
  AnnotationVersion: 'meipi:AnnotationVersion',
} as const

/**
 * Annotations as W3C Web Annotations (Recommendation of 23 February 2017), one object each, the reports in the order
 * given and each one's annotations by place. `fromWebAnnotations` reads them back without loss.
 *
 * Positions are written twice. `TextPositionSelector` counts Unicode code points, as the model demands, and is there
 * where the text that the annotation speaks of is at hand and no pair is cut in two; `CodeUnitPositionSelector`, which is Meipi's own, counts
 * UTF-16 code units of that text and is always there.
 */
export function toWebAnnotations(reports: readonly AnnotatedText[], options: WebAnnotationOptions): unknown[] {
  return reports.flatMap(({ reportId, text, textHash, annotations }) => {
    const index = new CodePointIndex(text)
    return annotations
      .filter(({ deleted }) => options.tombstones || !deleted)
      .toSorted((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : 1))
      .map((annotation) => {
        const describe = (version: AnnotationVersion) => {
          const isThisText = version.anchor.textHash === textHash
          return {
            ...describeVersion(version, options),
            target: describeTarget(version, reportId, isThisText ? index : null),
          }
        }
        const { id, created, superseded, conflicts } = annotation
        return {
          id: toAnnotationIri(id),
          type: 'Annotation',
          created,
          ...describe(annotation),
          ...(superseded ? { superseded } : {}),
          ...(conflicts
            ? { conflicts: conflicts.map((version) => ({ type: 'AnnotationVersion', ...describe(version) })) }
            : {}),
        }
      })
  })
}

function describeVersion(version: AnnotationVersion, { colorNames }: WebAnnotationOptions) {
  const { modified, revision, color, note, tags, deleted } = version
  return {
    motivation: note === '' ? 'highlighting' : 'commenting',
    modified,
    revision,
    color,
    colorName: colorNames[color],
    ...(deleted ? { deleted } : {}),
    body: [
      ...(note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }]),
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ],
  }
}

/** `index` is that of the text which the annotation speaks of; null where that is not at hand. */
function describeTarget({ anchor }: AnnotationVersion, reportId: string, index: CodePointIndex | null) {
  const { textHash, start, end, quote, prefix, suffix, sectionPath } = anchor
  // An end inside a surrogate pair is no position in code points.
  const codePoints =
    index?.isBoundary(start) && index.isBoundary(end)
      ? [{ type: 'TextPositionSelector', start: index.toCodePoints(start), end: index.toCodePoints(end) }]
      : []
  return {
    source: toReportIri(reportId),
    textHash,
    sectionPath,
    selector: [
      { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
      ...codePoints,
      { type: 'CodeUnitPositionSelector', start, end },
    ],
  }
}

/**
 * Web Annotations as the content of a file: one AnnotationCollection with one page that holds all, an annotation a
 * line, so that a line is a place to speak of and two versions of a file can be compared.
 */
export function writeWebAnnotations(annotations: readonly unknown[]): string {
  const context = JSON.stringify(['http://www.w3.org/ns/anno.jsonld', MEIPI_CONTEXT])
  return `{
"@context": ${context},
"id": "urn:meipi:annotations",
"type": "AnnotationCollection",
"total": ${annotations.length},
"first": {
"id": "urn:meipi:annotations:page:1",
"type": "AnnotationPage",
"startIndex": 0,
"items": [
${annotations.map((annotation) => JSON.stringify(annotation)).join(',\n')}
]
}
}
`
}
