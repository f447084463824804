import type { Annotation, ColorId } from '../annotation/annotation.ts'
import type { Report } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { describeReport } from './export-file-name.ts'
import { type CitationOptions, citeReport } from './gb7714.ts'
import { toMeipiLink, toReportLink } from './meipi-link.ts'
import { toBlockId } from './obsidian-names.ts'
import { findParagraphs } from './paragraph-number.ts'
import { findQuotedTerms } from './quoted-terms.ts'
import { type ExportScope, isInScope, WHOLE_REPORT } from './scope.ts'

/** What a report's export is made of. */
export interface ExportInput {
  /** 16 hex digits. */
  readonly reportId: string
  readonly report: Report
  /** The source text that the report was read from. */
  readonly text: string
  /** sha256 of `text`. */
  readonly textHash: string
  /** In any order; deleted ones are left out. */
  readonly annotations: readonly Annotation[]
  readonly colorNames: Readonly<Record<ColorId, string>>
  /** When it is written, ISO 8601. */
  readonly exported: string
  /** The reader's tags for the report as a whole. */
  readonly tags: readonly string[]
  /** Which annotations; all where absent. */
  readonly scope?: ExportScope
  /** How the report is cited; not at all where absent. */
  readonly citation?: CitationOptions
  /** Whether the report's definitions of the terms that are quoted come with them; they do where absent. */
  readonly withTerms?: boolean
}

/**
 * What templates are given (docs/templates.md). Plain data under the names that templates use, so they are only added
 * to. Words are as printed or as the reader wrote them: what Markdown or YAML would act on is for the template's
 * filters to escape. What is not known is null, never absent.
 */
export interface ExportModel {
  readonly report: ExportedReport
  /** When it is written, ISO 8601. */
  readonly exported: string
  /** In reading order; those that stand in another version of the text come last. */
  readonly passages: readonly ExportedPassage[]
  /** The same passages by the headings that they stand under, neighbours under the same ones together. */
  readonly sections: readonly ExportedSection[]
  /** Terms that the report explains and one of the quotes uses, in the order of its appendix. */
  readonly terms: readonly ExportedTerm[]
}

export interface ExportedReport {
  readonly id: string
  /** `meipi://report/…`, which opens the report. */
  readonly link: string
  readonly title: string | null
  /** The title, or what stands for one: never empty. */
  readonly heading: string
  readonly region: string | null
  readonly year: number | null
  /** YYYY-MM-DD. */
  readonly delivered: string | null
  readonly meeting: string | null
  readonly speaker: string | null
  /** The reader's tags for the report. */
  readonly tags: readonly string[]
  /** Other names of the report: region and year, where the title is another. */
  readonly aliases: readonly string[]
  readonly textHash: string
  /** By GB/T 7714, where it was asked for. */
  readonly citation: string | null
}

export interface ExportedPassage {
  readonly id: string
  /** `hl-…`: the id of the passage's block, without the caret. */
  readonly blockId: string
  /** `meipi://report/…?a=…`, which opens the report at the passage. */
  readonly link: string
  readonly quote: string
  /** Headings above it, outermost first. */
  readonly section: readonly string[]
  /** Paragraphs of the body, counted from 1: `12` or `12–13`. Null outside of paragraphs, or where the place is in doubt. */
  readonly paragraph: string | null
  /** Whether the quote stands in the text at hand where the annotation says. */
  readonly inPlace: boolean
  /** The colour's constant name: gamboge, indigo, malachite, rouge, cinnabar. */
  readonly color: ColorId
  /** The reader's name for it. */
  readonly colorName: string
  /** Markdown; empty where there is none. */
  readonly note: string
  readonly tags: readonly string[]
  /** ISO 8601, UTC. */
  readonly created: string
  readonly modified: string
}

export interface ExportedSection {
  /** Headings, outermost first; none before the first heading. */
  readonly path: readonly string[]
  /** The innermost of them; null where there is none. */
  readonly heading: string | null
  readonly passages: readonly ExportedPassage[]
}

export interface ExportedTerm {
  readonly term: string
  /** Its number in the appendix; null where that has none. */
  readonly number: string | null
  /** As printed, line breaks kept; may be empty. */
  readonly definition: string
}

/** Gathers what an export says, before it is put into any form. */
export function toExportModel(input: ExportInput): ExportModel {
  const { report, reportId, textHash, exported, tags, citation, withTerms = true } = input
  const { title, region, year, delivered, meeting, speaker } = report
  const alias = region !== null && year !== null ? `${region} ${year}` : null
  const passages = sortByPlace(input).map((passage) => toPassage(passage, input))
  return {
    report: {
      id: reportId,
      link: toReportLink(reportId),
      title,
      heading: title?.trim() || describeReport(report),
      region,
      year,
      delivered,
      meeting,
      speaker,
      tags,
      aliases: alias === null || alias === title ? [] : [alias],
      textHash,
      citation: citation === undefined ? null : citeReport(report, citation),
    },
    exported,
    passages,
    sections: groupBySection(passages),
    terms: findQuotedTerms(
      withTerms ? report.glossary.entries : [],
      passages.map(({ quote }) => quote),
    ).map(({ term, number, definition }) => ({ term, number, definition })),
  }
}

/** An annotation, and whether its words stand in the text at hand where it says. If not, its position says nothing here. */
interface Placed {
  readonly annotation: Annotation
  readonly inPlace: boolean
}

/** Live annotations in reading order, with those that stand in another version of the text after the others. */
function sortByPlace({ annotations, text, textHash, scope = WHOLE_REPORT }: ExportInput): readonly Placed[] {
  return annotations
    .filter((annotation) => !annotation.deleted && isInScope(annotation, scope))
    .map((annotation) => {
      const { anchor } = annotation
      return {
        annotation,
        inPlace: anchor.textHash === textHash && text.slice(anchor.start, anchor.end) === anchor.quote,
      }
    })
    .sort(
      ({ annotation: a, inPlace: aInPlace }, { annotation: b, inPlace: bInPlace }) =>
        Number(bInPlace) - Number(aInPlace) ||
        a.anchor.start - b.anchor.start ||
        a.anchor.end - b.anchor.end ||
        (a.id < b.id ? -1 : 1),
    )
}

function toPassage({ annotation, inPlace }: Placed, { report, reportId, colorNames }: ExportInput): ExportedPassage {
  const { id, anchor, color, note, tags, created, modified } = annotation
  const place = inPlace ? findParagraphs(report.blocks, toSourceRange(anchor.start, anchor.end)) : null
  return {
    id,
    blockId: toBlockId(id),
    link: toMeipiLink(reportId, id),
    quote: anchor.quote,
    section: anchor.sectionPath,
    paragraph: place && (place.first === place.last ? String(place.first) : `${place.first}–${place.last}`),
    inPlace,
    color,
    colorName: colorNames[color],
    note,
    tags,
    created,
    modified,
  }
}

function groupBySection(passages: readonly ExportedPassage[]): readonly ExportedSection[] {
  const sections: { path: readonly string[]; heading: string | null; passages: ExportedPassage[] }[] = []
  for (const passage of passages) {
    const last = sections.at(-1)
    const isSame =
      last?.path.length === passage.section.length && last.path.every((name, level) => name === passage.section[level])
    if (last && isSame) last.passages.push(passage)
    else sections.push({ path: passage.section, heading: passage.section.at(-1) ?? null, passages: [passage] })
  }
  return sections
}
