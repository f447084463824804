/** The scheme of links into Meipi, as it is registered with the system. */
export const LINK_SCHEME = 'meipi'

/** A place in the library that a link names. */
export interface MeipiLink {
  /** 16 hex digits. */
  readonly reportId: string
  /** Id of an annotation of the report, without half surrogate pairs; null where the link names the report alone. */
  readonly annotationId: string | null
}

/** An annotation's id, in UTF-16 code units. */
const LONGEST_ID = 64

/** In characters: an id of the longest, each unit written as three bytes of three characters, behind the report's address. */
export const LONGEST_LINK = 'meipi://report/0123456789abcdef?a='.length + LONGEST_ID * 9

/** The link that opens Meipi at a report. */
export function toReportLink(reportId: string): string {
  return `${LINK_SCHEME}://report/${reportId}`
}

/** The link that opens Meipi at an annotation of a report. */
export function toMeipiLink(reportId: string, annotationId: string): string {
  // encodeURIComponent refuses half a surrogate pair, and leaves parentheses, which would end a Markdown link.
  const parameter = encodeURIComponent(annotationId.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  return `${toReportLink(reportId)}?a=${parameter}`
}

/** Whether a word of a command line is meant as a link into Meipi, well-formed or not. Schemes have no case (RFC 3986, 3.1). */
export function isMeipiLink(word: string): boolean {
  return word.toLowerCase().startsWith(`${LINK_SCHEME}:`)
}

/**
 * Reads a link as `toReportLink` and `toMeipiLink` write it; null for anything else. Programs that pass links on differ
 * in what they percent-encode, so that an id may come encoded more or less than it was written.
 */
export function parseMeipiLink(link: string): MeipiLink | null {
  if (link.length > LONGEST_LINK) return null
  const [, reportId, parameter] = /^meipi:\/\/report\/([0-9a-f]{16})(?:\?a=([^&#\s]+))?$/.exec(link) ?? []
  if (reportId === undefined) return null
  if (parameter === undefined) return { reportId, annotationId: null }
  const annotationId = decode(parameter)
  return annotationId === null ? null : { reportId, annotationId }
}

/** Whether a link names an annotation of its report. */
export function isLinkTo({ reportId, annotationId }: MeipiLink, id: string): boolean {
  // As links write them: half a surrogate pair of an id does not come back.
  return annotationId !== null && toMeipiLink(reportId, id) === toMeipiLink(reportId, annotationId)
}

function decode(parameter: string): string | null {
  try {
    const id = decodeURIComponent(parameter)
    return id.length <= LONGEST_ID ? id : null
  } catch {
    return null
  }
}
