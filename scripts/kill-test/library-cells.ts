import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseBinName } from '../../src/library/bin-names.ts'
import { TEMPORARY_NAME } from '../../src/library/durable-json-file.ts'
import { REPORT_ID } from '../../src/library/folder-names.ts'
import { INCOMING, SPLITTING } from '../../src/library/library-paths.ts'
import { parseRecord, type RecordForm } from '../../src/library/record-form.ts'
import { annotationsForm, glossaryForm, libraryForm, reportForm } from '../../src/library/records.ts'
import type { Cell, CellValue } from './protocol.ts'

/** What is on the disk, read without the library: every cell with its value. Throws for a record that cannot be read. */
export function readCells(library: string): Map<Cell, CellValue> {
  const cells = new Map<Cell, CellValue>()
  const set = (cell: Cell, value: unknown) => cells.set(cell, JSON.stringify(value))
  const settings = readRecord(join(library, 'library.json'), libraryForm)
  for (const [color, name] of Object.entries(settings?.colorNames ?? {})) set(`color ${color}`, name)
  for (const { id, definition, deleted } of readRecord(join(library, 'glossary.json'), glossaryForm)?.terms ?? [])
    set(`term ${id}`, { definition, deleted })
  for (const { folder, id, isBinned } of reportFolders(library)) {
    // What was removed and imported again is in both places; what counts is that it is in one.
    if (!isBinned || !cells.has(`report ${id}`)) set(`report ${id}`, isBinned ? 'bin' : 'library')
    const report = readRecord(join(folder, 'report.json'), reportForm)
    if (!report) throw new Error(`${folder} has no report.json`)
    if (isBinned) continue
    set(`place ${id}`, report.readingPlace?.offset ?? null)
    const title = report.overrides.find((correction) => correction.what === 'field' && correction.field === 'title')
    set(`title ${id}`, title?.what === 'field' ? title.value : null)
    for (const annotation of readRecord(join(folder, 'annotations.json'), annotationsForm)?.annotations ?? []) {
      const { note, color, deleted, conflicts } = annotation
      if (conflicts) throw new Error(`${folder} has a conflict that nobody made`)
      set(`annotation ${id} ${annotation.id}`, { note, color, deleted })
    }
  }
  return cells
}

function reportFolders(library: string) {
  const reports = join(library, 'reports')
  const bin = join(library, 'bin')
  const inLibrary = readdirSync(reports)
    .filter((name) => REPORT_ID.test(name))
    .map((id) => ({ folder: join(reports, id), id, isBinned: false }))
  const inBin = (existsSync(bin) ? readdirSync(bin) : []).flatMap((name) => {
    const parsed = parseBinName(name)
    return parsed ? [{ folder: join(bin, name), id: parsed.reportId, isBinned: true }] : []
  })
  return [...inLibrary, ...inBin]
}

function readRecord<T extends { readonly schemaVersion: number }>(path: string, form: RecordForm<T>): T | null {
  if (!existsSync(path)) return null
  return parseRecord(form, JSON.parse(readFileSync(path, 'utf8'))).record
}

/** Whether a process was in the middle of writing a record when it ended. The generation before is a link, made in an instant. */
export function hasHalfWritten(library: string): boolean {
  return readdirSync(library, { recursive: true, encoding: 'utf8' }).some(
    (path) => TEMPORARY_NAME.test(basename(path)) && !path.includes('.previous.'),
  )
}

/**
 * Files of a library, or of its snapshots' folder, that are no JSON or were set aside as unreadable. Folders that are being
 * put together are left out where they may be there: that they are incomplete is what their names say.
 */
export function unreadableFiles(folder: string, mayBeIncomplete: boolean): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    if (name.includes('unreadable')) return true
    if (name.includes(INCOMING) || name.includes(SPLITTING)) return !mayBeIncomplete
    if (!name.endsWith('.json')) return false
    try {
      JSON.parse(readFileSync(join(folder, name), 'utf8'))
      return false
    } catch {
      return true
    }
  })
}
