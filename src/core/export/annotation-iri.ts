const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The IRI that names an annotation outside Meipi: `urn:uuid:…` for what Meipi made, `urn:meipi:annotation:…` for an id
 * of another form, as the hex of its code units where it has characters that an IRI cannot hold.
 */
export function toAnnotationIri(id: string): string {
  if (UUID.test(id)) return `urn:uuid:${id}`
  if (/^[\w.~-]+$/.test(id)) return `urn:meipi:annotation:${id}`
  const hex = id.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
  return `urn:meipi:annotation-hex:${hex.join('')}`
}

/** The id that an IRI names; an IRI that another program made is an id itself. */
export function fromAnnotationIri(iri: string): string {
  const [, kind, own = ''] = /^urn:(uuid|meipi:annotation|meipi:annotation-hex):(.+)$/s.exec(iri) ?? []
  if (kind === 'uuid' && UUID.test(own)) return own
  if (kind === 'meipi:annotation') return own
  if (kind === 'meipi:annotation-hex' && /^(?:[0-9a-f]{4})+$/.test(own))
    return (own.match(/.{4}/g) ?? []).map((hex) => String.fromCharCode(Number.parseInt(hex, 16))).join('')
  return iri
}

/** The IRI that names a report. */
export function toReportIri(reportId: string): string {
  return `urn:meipi:report:${reportId}`
}

/** The id of the report that an IRI names; null where it names none. */
export function fromReportIri(iri: string): string | null {
  return /^urn:meipi:report:([0-9a-f]{16})$/.exec(iri)?.[1] ?? null
}
