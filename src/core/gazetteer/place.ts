/** Where a report's government is, by the names of the units above it; null where there is none or it is not known. */
export interface Place {
  /** GB/T 2260, six digits; null for a name that the gazetteer does not know, or that several places share. */
  readonly code: string | null
  readonly province: string | null
  /** Null under 北京市 and its like, and for counties that their province runs itself (天门市). */
  readonly city: string | null
  readonly county: string | null
}
