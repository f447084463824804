import { type Annotation, COLOR_IDS, type ColorId } from '../annotation/annotation.ts'
import { pathOf, pathsTo } from './tag.ts'

/** How many annotations of one report have a tag. */
export interface TagCount {
  readonly path: string
  /** This very tag. */
  readonly own: number
  /** It or one under it; an annotation with several of them counts once. */
  readonly all: number
}

/** Counts the tags of the annotations of one report, with those above them, by path. */
export function countTags(annotations: readonly Pick<Annotation, 'tags'>[]): TagCount[] {
  const counts = new Map<string, { own: number; all: number }>()
  const countOf = (path: string) => {
    const count = counts.get(path) ?? { own: 0, all: 0 }
    counts.set(path, count)
    return count
  }
  for (const { tags } of annotations) {
    const paths = new Set(tags.map(pathOf))
    for (const path of paths) countOf(path).own += 1
    for (const path of new Set([...paths].flatMap(pathsTo))) countOf(path).all += 1
  }
  return [...counts].map(([path, count]) => ({ path, ...count })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** How many of these annotations have each colour. */
export function countColors(annotations: readonly Pick<Annotation, 'color'>[]): Record<ColorId, number> {
  const counts = { gamboge: 0, indigo: 0, malachite: 0, rouge: 0, cinnabar: 0 }
  for (const { color } of annotations) counts[color] += 1
  return counts
}

/** The counts of several reports as one. */
export function addColors(counts: readonly Readonly<Record<ColorId, number>>[]): Record<ColorId, number> {
  const sum = countColors([])
  for (const count of counts) for (const color of COLOR_IDS) sum[color] += count[color]
  return sum
}
