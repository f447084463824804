import { COLOR_IDS, type ColorId } from '../core/annotation/annotation.ts'
import type { ExportScope } from '../core/export/scope.ts'
import type { ReportExporterOptions } from '../library/report-exporter.ts'
import { findTemplate, type NamedTemplate, readTemplate } from '../library/templates/template-files.ts'
import { CommandError } from './command.ts'

/** The options by which what is exported is chosen, for `node:util`'s parseArgs. */
export const EXPORT_OPTIONS = {
  template: { type: 'string' },
  id: { type: 'string', multiple: true },
  color: { type: 'string', multiple: true },
  tag: { type: 'string', multiple: true },
  created: { type: 'string' },
  modified: { type: 'string' },
  cite: { type: 'string' },
} as const

/** Their values. */
export interface ExportValues {
  readonly template?: string
  readonly id?: readonly string[]
  readonly color?: readonly string[]
  readonly tag?: readonly string[]
  readonly created?: string
  readonly modified?: string
  readonly cite?: string
}

/** Which annotations were asked for; a colour by its constant name or by the reader's. Throws a CommandError. */
export function readScope(values: ExportValues, colorNames: Readonly<Record<ColorId, string>>): ExportScope {
  const { id, color, tag, created, modified } = values
  if (created !== undefined && modified !== undefined) throw new CommandError('--created 和 --modified 只能用一个。', 2)
  return {
    ...(id === undefined ? {} : { ids: id }),
    ...(color === undefined ? {} : { colors: color.map((name) => readColor(name, colorNames)) }),
    ...(tag === undefined ? {} : { tags: tag }),
    ...(created === undefined ? {} : { dates: { by: 'created', ...readDates('--created', created) } }),
    ...(modified === undefined ? {} : { dates: { by: 'modified', ...readDates('--modified', modified) } }),
  }
}

function readColor(name: string, colorNames: Readonly<Record<ColorId, string>>): ColorId {
  const color = COLOR_IDS.find((id) => id === name || colorNames[id] === name)
  if (color) return color
  const known = COLOR_IDS.map((id) => `${colorNames[id]}（${id}）`).join('、')
  throw new CommandError(`没有这种颜色：${name}。可以用 ${known}。`, 2)
}

/** `2025-01-01..2025-01-31`: both days belong to it, as this machine's clock has them; either may be left out. */
function readDates(option: string, told: string): { from?: string; to?: string } {
  const [, first = '', last = ''] = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/.exec(told) ?? []
  if (first === '' && last === '')
    throw new CommandError(`${option} 要写成 2025-01-01..2025-01-31，前后可以省去一个。`, 2)
  return {
    ...(first === '' ? {} : { from: toMoment(option, first, 0) }),
    ...(last === '' ? {} : { to: toMoment(option, last, 1) }),
  }
}

/** The first moment of a day, or of one that many days later. */
function toMoment(option: string, day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const moment = new Date(year, month - 1, date)
  if (moment.getMonth() !== month - 1) throw new CommandError(`${option} 里没有这一天：${day}`, 2)
  return new Date(year, month - 1, date + later).toISOString()
}

/** Whom the report's reference names first. Throws a CommandError. */
export function readCitation({ cite }: ExportValues): ReportExporterOptions['citation'] {
  if (cite === undefined) return null
  if (cite === 'government' || cite === 'speaker') return { author: cite, edition: '2025' }
  throw new CommandError('--cite 后面写 government（以政府为作者）或 speaker（以报告人为作者）。', 2)
}

/** The template that was named, by its name or by its file. Rejects with a `LibraryError`. */
export function readNamedTemplate(folder: string, named: string): Promise<NamedTemplate> {
  return /[/\\]|\.liquid$/.test(named) ? readTemplate(named) : findTemplate(folder, named)
}
