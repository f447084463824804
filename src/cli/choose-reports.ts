import type { Library } from '../library/library.ts'
import { CommandError } from './command.ts'

/** The ids of the reports that were named, each by its id or the beginning of it; of all where none is named. Throws a CommandError. */
export function chooseReports(library: Library, names: readonly string[]): string[] {
  const all = library.state.reports.map((report) => report.id)
  if (names.length === 0) return all
  return names.map((name) => {
    const found = all.filter((id) => id.startsWith(name.toLowerCase()))
    if (found.length > 1) throw new CommandError(`${name} 对应 ${found.length} 份报告，请写出更多位。`, 1)
    if (!found[0]) throw new CommandError(`资料库里没有这份报告：${name}`, 1)
    return found[0]
  })
}
