/** A value that a front matter field can have. Null, undefined and an empty list mean that nothing is known. */
export type FrontMatterValue = string | number | readonly string[] | null

/**
 * Characters that YAML does not count as printable or that some of its readers take for a line break, though JSON
 * lets them stand (YAML 1.2, 5.1 and 5.4).
 */
const NOT_PRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** A string as a double-quoted YAML scalar on one line. Half a surrogate pair, which no file can hold, becomes U+FFFD. */
export function toYamlString(value: string): string {
  const wellFormed = value.replace(/\p{Surrogate}/gu, '\ufffd')
  return JSON.stringify(wellFormed).replace(
    NOT_PRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The YAML block that opens an exported file, with its fences. Fields of which nothing is known are left out. */
export function toFrontMatter(fields: Readonly<Record<string, FrontMatterValue>>): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => toFieldLines(key, value))
  return ['---', ...lines, '---'].join('\n')
}

/** One field as lines of YAML; none where nothing is known. */
export function toFieldLines(key: string, value: FrontMatterValue): string[] {
  if (value === null) return []
  if (typeof value === 'number') return [`${key}: ${value}`]
  if (typeof value === 'string') return [`${key}: ${toYamlString(value)}`]
  if (value.length === 0) return []
  return [`${key}:`, ...value.map((item) => `  - ${toYamlString(item)}`)]
}
