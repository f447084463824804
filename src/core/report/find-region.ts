import { countGovernments, lastUnit } from './region.ts'

export interface RegionEvidence {
  /** What stands before 第…届人民代表大会. */
  readonly meetingPlace: string | null
  readonly titles: readonly string[]
  /** The lines above the speech, without white space. */
  readonly bylines: readonly string[]
  readonly text: string
  readonly fileName: string | null
}

const IN_TITLE = /(\p{Script=Han}{2,18}?(?:自治区|自治州|自治县|省|市|县|区|旗|州|盟))(?:人民)?(?:政府|代表)/gu

/** The last unit of the government that reports. The meeting names it best; then title, speaker, the text, a hint. */
export function findRegion({ meetingPlace, titles, bylines, text, fileName }: RegionEvidence): string | null {
  const counts = countGovernments(text.slice(0, 200_000))
  const named =
    (meetingPlace === null ? null : lastUnit(meetingPlace)) ??
    firstUnit(titles) ??
    firstUnit(bylines) ??
    fromState(meetingPlace, [...titles, ...bylines, text.slice(0, 400)]) ??
    mostFrequent(counts) ??
    fromFileName(fileName, text)
  return named === null ? null : toFullName(named, text)
}

function firstUnit(lines: readonly string[]): string | null {
  for (const line of lines) {
    for (const match of line.matchAll(IN_TITLE)) {
      const unit = lastUnit((match[1] ?? '').replace(/^.*年/u, ''))
      if (unit !== null && !/^[全我本各该]/u.test(unit)) return unit
    }
  }
  return null
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? null
}

/** The State Council's own report: its congress is 全国. */
function fromState(meetingPlace: string | null, lines: readonly string[]): string | null {
  const named = lines.some((line) => /国务院(?:总理|政府工作报告)|全国人民代表大会第|(?:代表|受)国务院/.test(line))
  return meetingPlace === '全国' || named ? '国务院' : null
}

/** 甲州 is the short name of an autonomous prefecture whose full name the text may have: 甲族自治州. */
function toFullName(unit: string, text: string): string {
  if (!/^.{2,}州$/u.test(unit) || unit.endsWith('自治州')) return unit
  const place = unit.slice(0, -1)
  return new RegExp(`${place}[\\p{Script=Han}]{1,8}?自治州`, 'u').exec(text)?.[0] ?? unit
}

/**
 * A file name is weak evidence: its words count only where the text itself speaks of the place many times. The kind of
 * unit is the one that the text calls its own (全县, 县政府).
 */
function fromFileName(fileName: string | null, text: string): string | null {
  if (fileName === null) return null
  const kind = ['县', '区', '市', '旗', '州', '省']
    .map((unit) => ({ unit, count: text.split(`全${unit}`).length + text.split(`${unit}政府`).length - 2 }))
    .sort((a, b) => b.count - a.count)[0]
  if (kind === undefined || kind.count < 2) return null
  for (const words of fileName.match(/\p{Script=Han}{2,}/gu) ?? []) {
    const rest = words
      .replace(/^.*?(?:自治区|自治州|省|市|地区)(?=\p{Script=Han}{2})/u, '')
      .replace(/政府工作报告.*$/u, '')
    const place = rest.endsWith(kind.unit) && rest.length > 2 ? rest.slice(0, -1) : rest
    if (place.length >= 2 && place.length <= 6 && text.split(place).length > 5) return place + kind.unit
  }
  return null
}
