import type { AnnotationVersion } from './annotation.ts'

/** What versions that were made apart say together: a beginning for the reader, who goes over it. */
export interface JoinedVersions {
  readonly note: string
  readonly tags: readonly string[]
}

/** Joins the notes of versions, one under the other, and their tags, each once. */
export function joinVersions(versions: readonly Pick<AnnotationVersion, 'note' | 'tags'>[]): JoinedVersions {
  return { note: joinTexts(versions.map(({ note }) => note)), tags: [...new Set(versions.flatMap(({ tags }) => tags))] }
}

/** Texts one under the other, in their order; one that another holds whole is not said twice. */
export function joinTexts(texts: readonly string[]): string {
  const said = texts.map((text) => text.trim())
  return said
    .filter((text, index) => text !== '' && !said.some((other, at) => holds(other, at, text, index)))
    .join('\n\n')
}

/** Of two that are the same the first stays. */
function holds(other: string, at: number, text: string, index: number): boolean {
  return at !== index && other.includes(text) && (other !== text || at < index)
}
