import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { ExportedPassage, ExportedSection, ExportedTerm, ExportModel } from '../../core/export/export-model.ts'
import { LINE_BREAK } from '../../core/export/markdown-escape.ts'

/** What no XML 1.0 document may hold: a file with it in does not open. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Twentieths of a point. */
const INDENT = 420
const GAP = 120

const FAINT = '767676'

/** The content of a Word file with a report's highlights and notes: its reference, each quote with where it stands, the notes as they are written, and the terms. */
export async function toNotesDocument({ report, sections, passages, terms }: ExportModel): Promise<Uint8Array> {
  const document = new Document({
    title: clean(report.heading),
    styles: {
      default: {
        document: { run: { size: 21, font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' } } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            children: [new TextRun(clean(report.heading))],
          }),
          ...(report.citation === null ? [] : [textOf(report.citation, { spacing: { before: GAP, after: GAP } })]),
          ...(passages.length === 0 ? [textOf('这份报告还没有划线。')] : []),
          ...sections.flatMap(toSection),
          ...toTerms(terms),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function toSection({ path, passages }: ExportedSection): Paragraph[] {
  const heading = path.join(' › ')
  return [...(heading === '' ? [] : [headingOf(heading)]), ...passages.flatMap(toPassage)]
}

function toPassage({ quote, note, paragraph, inPlace, colorName, tags, link }: ExportedPassage): Paragraph[] {
  const where = [
    ...(paragraph === null ? [] : [`¶ ${paragraph}`]),
    ...(inPlace ? [] : ['位置待核对']),
    colorName,
    ...tags.map((tag) => `#${tag}`),
  ]
  const faint = (text: string) => new TextRun({ text: clean(text), color: FAINT, size: 18 })
  const locator: ParagraphChild[] = [
    faint(`—— ${where.join(' · ')} · `),
    new ExternalHyperlink({ link, children: [new TextRun({ text: '回到原文', style: 'Hyperlink', size: 18 })] }),
  ]
  return [
    ...linesOf(quote).map((line) => quoted([new TextRun(clean(line))])),
    quoted(locator),
    ...(note.trim() === '' ? [] : linesOf(`批注：${note.trim()}`).map((line) => textOf(line))),
  ]
}

function toTerms(terms: readonly ExportedTerm[]): Paragraph[] {
  if (terms.length === 0) return []
  return [
    headingOf('术语'),
    ...terms.map(({ term, number, definition }) => {
      const source = number === null ? '' : `（注释 ${number}）`
      const said = linesOf(definition).join(' ').trim() || '原文没有给出解释。'
      return new Paragraph({
        spacing: { after: GAP },
        children: [new TextRun({ text: clean(term), bold: true }), new TextRun(clean(`${source}：${said}`))],
      })
    }),
  ]
}

function headingOf(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: { before: GAP * 2, after: GAP },
    children: [new TextRun(clean(text))],
  })
}

/** A paragraph with a bar on its left, as quotes have. */
function quoted(children: ParagraphChild[]): Paragraph {
  return new Paragraph({
    indent: { left: INDENT },
    border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'B8391F' } },
    children,
  })
}

function textOf(text: string, more: { readonly spacing?: { readonly before: number; readonly after: number } } = {}) {
  return new Paragraph({ spacing: { before: GAP / 2, after: GAP / 2 }, ...more, children: [new TextRun(clean(text))] })
}

function linesOf(text: string): string[] {
  return text.split(LINE_BREAK)
}

function clean(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(NOT_IN_XML, '')
}
