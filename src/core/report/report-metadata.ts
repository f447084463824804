import { resolvePlace } from '../gazetteer/resolve-place.ts'
import { toSourceRange } from '../text/range.ts'
import { squeeze, trimInvisible } from '../text/white-space.ts'
import { findRegion } from './find-region.ts'
import type { ImportHints } from './import-hints.ts'
import type { Opening } from './opening.ts'
import type { Outline } from './outline.ts'
import type { Piece } from './piece.ts'
import { readPlannedYear } from './planned-year.ts'
import type { Diagnostic, ReportMetadata } from './report.ts'
import { readDate, toIsoDate } from './report-date.ts'
import { readTitleSuffix } from './speaker.ts'

interface Evidence {
  readonly pieces: readonly Piece[]
  readonly opening: Opening
  readonly furniture: ReadonlySet<number>
  readonly speech: readonly number[]
  readonly outline: Outline
  readonly hints: ImportHints
}

/** A masked year in a title: 20xx年, 20**年. */
const MASKED_YEAR = /(?:19|20)(?:[xX×*＊?？_]{2}|\d[xX×*＊])年?/

/** Title, region, year, date, meeting and speaker, each from where it is told best. */
export function readMetadata(
  text: string,
  evidence: Evidence,
): { metadata: ReportMetadata; diagnostics: Diagnostic[] } {
  const { pieces, opening, hints } = evidence
  const titlePiece = opening.titleIndex === null ? undefined : pieces[opening.titleIndex]
  const title = readTitle(text, titlePiece) ?? hints.title ?? null
  const hintDate = hints.title === undefined ? null : readDate(squeeze(hints.title))
  const date = opening.date?.year != null && opening.date.day !== null ? opening.date : (hintDate ?? opening.date)
  const year = readPlannedYear({
    title: title === null ? null : foldDigits(squeeze(title)).replace(/[（(].*$/, ''),
    date,
    headings: evidence.outline.items.map((item) => foldDigits(squeeze(item.text))),
    paragraphs: evidence.speech.map((i) => foldDigits(pieces[i]?.head.slice(0, 120) ?? '')),
  })
  const told = {
    titles: [title, hints.title].flatMap((words) => (words == null ? [] : [squeeze(words)])),
    bylines: [...opening.roles.keys()].flatMap((i) => pieces[i]?.head ?? []),
    text: evidence.speech.map((i) => pieces[i]?.text ?? '').join('\n'),
    fileName: hints.fileName ?? null,
  }
  const region = findRegion({ ...told, meetingPlace: opening.meeting?.place ?? null })
  const meeting = opening.meeting?.name ?? null
  const metadata = {
    title,
    region,
    place: region === null ? null : resolvePlace(region, { ...told, meeting }),
    year: year ?? yearOfName(hints.fileName),
    delivered: date === null ? null : toIsoDate(date),
    meeting,
    speaker: opening.speaker ?? (hints.title === undefined ? null : readTitleSuffix(hints.title)),
  }
  return { metadata, diagnostics: diagnose(metadata, year, titlePiece) }
}

function foldDigits(words: string): string {
  return words.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
}

/** The title as printed, without what a meeting and date in the same line add. */
function readTitle(text: string, piece: Piece | undefined): string | null {
  if (piece === undefined) return null
  const range = trimInvisible(text, piece.start, piece.end)
  if (range === null) return null
  const own = text.slice(range.start, range.end).replace(/^(?:<U\+[0-9A-F]{4}>)+/, '')
  const rest = /(?<=报\s*告|报告全文)\s*(?:[—\-─―–]{1,4}|[（(])(?=.*届).*$/.exec(own)
  return rest === null ? own : own.slice(0, rest.index)
}

function yearOfName(fileName: string | undefined): number | null {
  const years = [...(fileName ?? '').matchAll(/(?<!\d)((?:19[5-9]|20)\d{1,2})(?!\d)/g)]
    .map((match) => Number(match[1]))
    .filter((year) => year > 1948 && year < 2100)
  return years.at(-1) ?? null
}

function diagnose({ year, region }: ReportMetadata, told: number | null, title: Piece | undefined): Diagnostic[] {
  const at = toSourceRange(title?.start ?? 0, title?.end ?? 0)
  const found: Diagnostic[] = []
  if (title !== undefined && MASKED_YEAR.test(title.head))
    found.push({ ...at, code: 'year-masked', message: '标题里的年份被遮盖，年份是从正文推断的。' })
  if (year === null) found.push({ ...at, code: 'year-unknown', message: '没有找到报告的年份。' })
  else if (told === null)
    found.push({ ...at, code: 'year-from-file-name', message: '正文没有写明年份，年份取自文件名。' })
  if (region === null) found.push({ ...at, code: 'region-unknown', message: '没有找到报告所属的地区。' })
  return found
}
