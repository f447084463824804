import type { ReportMetadata } from '../report/report.ts'

/** Longest name in UTF-8 bytes, extension included: far below every file system's 255, so that sync tools can add their suffixes. */
const MAX_BYTES = 120

/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

/**
 * A file name for what is exported of a report: its title, with year and region before it where the title does not
 * say them (many titles are just 政府工作报告). Safe on Windows, macOS and Linux and in an Obsidian link.
 */
export function exportFileName(
  metadata: Pick<ReportMetadata, 'title' | 'region' | 'year'>,
  extension: string = 'md',
): string {
  const suffix = `.${extension}`
  const stem = shorten(toSafeName(describeReport(metadata)), MAX_BYTES - suffix.length)
  return `${stem}${suffix}`
}

/** What a report is called where a name is needed that tells it from others. Never empty. */
export function describeReport({ title, region, year }: Pick<ReportMetadata, 'title' | 'region' | 'year'>): string {
  const named = title?.trim() || '政府工作报告'
  const yearBefore = year !== null && !named.includes(String(year)) ? `${year}年` : ''
  const regionBefore = region !== null && !named.includes(region) ? region : ''
  return `${yearBefore}${regionBefore}${named}`
}

/** Words as a file name on any system and as a link in Obsidian, of any length. May be empty. */
export function toSafeName(text: string): string {
  const safe = text
    .normalize('NFC')
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    // Forbidden by Windows, or (#^[]) by Obsidian in a link: the full-width sister reads the same.
    .replace(/[\\/:*?"<>|#^[\]]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .replace(/^[. ]+|[. ]+$/g, '')
  return RESERVED.test(safe) ? `_${safe}` : safe
}

/** Cuts between characters, never inside one, and leaves no dot or space at the end. */
function shorten(text: string, maxBytes: number): string {
  let bytes = 0
  let short = ''
  for (const character of text) {
    bytes += utf8Length(character)
    if (bytes > maxBytes) break
    short += character
  }
  return short.replace(/[. ]+$/, '') || '政府工作报告'
}

function utf8Length(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
