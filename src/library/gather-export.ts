import type { ExportInput } from '../core/export/export-model.ts'
import type { CitationOptions } from '../core/export/gb7714.ts'
import type { ExportScope } from '../core/export/scope.ts'
import { toExportInput } from './export-report.ts'
import type { Library } from './library.ts'

/** What of a report is exported. */
export interface GatherOptions {
  /** The time of the export, ISO 8601. */
  readonly exported: string
  readonly scope: ExportScope
  /** Whom the report's own reference names first, and by which edition; no reference where null. */
  readonly citation: Pick<CitationOptions, 'author' | 'edition'> | null
  /** Whether the report's definitions of the terms that are quoted come with them. */
  readonly withTerms: boolean
}

/** What an export of a report of the library is made of. Rejects where the report cannot be read. */
export async function gatherExport(
  library: Library,
  id: string,
  { exported, scope, citation, withTerms }: GatherOptions,
): Promise<ExportInput> {
  const { colorNames } = library.state
  const options = { exported, colorNames, scope, withTerms }
  if (citation === null) return toExportInput(await library.openReport(id), options)
  const { url, imported } = await library.originOf(id)
  const isWeb = url !== null && /^https?:\/\/\S+$/i.test(url)
  const online = isWeb ? { url, accessed: imported.slice(0, 10) } : null
  return toExportInput(await library.openReport(id), { ...options, citation: { ...citation, number: null, online } })
}
