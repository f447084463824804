import { describe, expect, it } from 'vitest'
import { type Entry, fromBuffer } from 'yauzl'
import { type ExportModel, toExportModel } from '../../core/export/export-model.ts'
import { SAMPLE_EXPORT } from '../../core/export/testing/sample-export.ts'
import { toNotesDocument } from './notes-document.ts'

/** The parts of a docx file by their names. */
async function partsOf(file: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  await new Promise<void>((resolve, reject) => {
    fromBuffer(Buffer.from(file), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure)
          let text = ''
          for await (const chunk of stream.setEncoding('utf8')) text += String(chunk)
          parts.set(entry.fileName, text)
          zip.readEntry()
        })
      })
      zip.on('end', resolve)
      zip.readEntry()
    })
  })
  return parts
}

const fromXml = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The paragraphs of the document, as their words. */
async function paragraphsOf(model: ExportModel): Promise<string[]> {
  const xml = (await partsOf(await toNotesDocument(model))).get('word/document.xml') ?? ''
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    fromXml([...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, words]) => words).join('')),
  )
}

const model = toExportModel(SAMPLE_EXPORT)

describe('toNotesDocument', () => {
  it('has the title, every quote and note, and the terms', async () => {
    const paragraphs = await paragraphsOf(model)
    expect(paragraphs[0]).toBe(model.report.heading)
    for (const { quote, note } of model.passages)
      for (const line of [...quote.split('\n'), ...note.trim().split('\n')])
        if (line !== '') expect(paragraphs.some((paragraph) => paragraph.includes(line))).toBe(true)
    for (const { term } of model.terms) expect(paragraphs.some((each) => each.startsWith(term))).toBe(true)
  })

  it('cites the report, and links back to each passage', async () => {
    const [passage] = model.passages
    const cited = { ...model, report: { ...model.report, citation: '云汀市人民政府. 政府工作报告[R].' } }
    expect(await paragraphsOf(cited)).toContain('云汀市人民政府. 政府工作报告[R].')
    const links = (await partsOf(await toNotesDocument(model))).get('word/_rels/document.xml.rels')
    expect(fromXml(links ?? '')).toContain(passage?.link ?? 'no passage')
  })

  it('says so where nothing is highlighted', async () => {
    const empty = { ...model, passages: [], sections: [], terms: [] }
    expect(await paragraphsOf(empty)).toEqual([model.report.heading, '这份报告还没有划线。'])
  })

  it('is a file that opens, whatever the words', async () => {
    const [section] = model.sections
    const [passage] = section?.passages ?? []
    if (!section || !passage) throw new Error('the sample has passages')
    const hostile = { ...passage, quote: 'a\u0000\u0001<w:p>&amp;]]>\ud800𠮷', note: '</w:t>\ufffe' }
    const said = (await paragraphsOf({ ...model, sections: [{ ...section, passages: [hostile] }] })).join('\n')
    expect(said).toContain('a<w:p>&amp;]]>\ufffd𠮷')
    expect(said).toContain('批注：</w:t>')
  })
})
