import { findNoteMarkers } from '../glossary/note-markers.ts'
import { parseGlossary } from '../glossary/parse-glossary.ts'
import { toSourceRange } from '../text/range.ts'
import { assembleBlocks } from './assemble-blocks.ts'
import { findFurniture } from './furniture.ts'
import type { ImportHints } from './import-hints.ts'
import { findOpening } from './opening.ts'
import { readOutline } from './outline.ts'
import { isBodyBlock } from './reading-view.ts'
import { isWorkReport } from './recognise-report.ts'
import type { Diagnostic, NoteMarker, Report } from './report.ts'
import { readMetadata } from './report-metadata.ts'
import { splitPieces } from './split-pieces.ts'

/**
 * Reads a source text as a work report. Pure: the same text and hints give the same reading, and every character that
 * is not white space is in exactly one block. A text that is no work report is paragraphs and nothing else.
 */
export function parseReport(text: string, hints: ImportHints): Report {
  const pieces = splitPieces(text)
  const opening = findOpening(pieces)
  if (!isWorkReport(pieces, opening)) return readPlainly(text, hints)
  const furniture = findFurniture(pieces, opening)
  const content = [...pieces.keys()].filter((i) => i >= opening.bodyStart && !furniture.has(i))
  const parsed = parseGlossary(text, pieces, content, hints)
  const speech = [...pieces.keys()].filter((i) => !furniture.has(i) && !opening.roles.has(i) && !parsed.roles.has(i))
  const outline = readOutline(text, pieces, speech, opening.bodyStart, hints)
  const blocks = assembleBlocks(text, { pieces, opening, furniture, parsed, outline })
  const { metadata, diagnostics } = readMetadata(text, { pieces, opening, furniture, speech, outline, hints })
  const { glossary } = parsed
  const markers = findNoteMarkers(text, blocks.filter(isBodyBlock), glossary.entries)
  return {
    ...metadata,
    blocks,
    outline: outline.items,
    glossary,
    markers,
    diagnostics: [...diagnostics, ...parsed.diagnostics, ...checkMarkers(markers)],
  }
}

/** Markers that point nowhere: the appendix is missing, or lies in a file of its own. */
function checkMarkers(markers: readonly NoteMarker[]): Diagnostic[] {
  const lost = markers.find(({ entry }) => entry === null)
  if (lost === undefined) return []
  const message = '正文里有注释标记，但没有找到对应的名词解释。'
  return [{ start: lost.start, end: lost.end, code: 'marker-without-entry', message }]
}

function readPlainly(text: string, hints: ImportHints): Report {
  const blocks = assembleBlocks(text, null)
  return {
    title: hints.title ?? null,
    region: null,
    place: null,
    year: null,
    delivered: null,
    meeting: null,
    speaker: null,
    blocks,
    outline: [],
    glossary: { heading: null, entries: [] },
    markers: [],
    diagnostics: [
      { ...toSourceRange(0, 0), code: 'not-a-report', message: '看起来不是政府工作报告，按普通文字显示。' },
    ],
  }
}
