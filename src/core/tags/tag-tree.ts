import { nameOfPath, pathOf, pathsTo } from './tag.ts'
import type { TagCount } from './tag-counts.ts'

/** What the list of reports knows of the tags of one. */
export interface TaggedReport {
  readonly id: string
  /** The report's own tags. */
  readonly tags: readonly string[]
  /** Those of its annotations. */
  readonly tagCounts: readonly TagCount[]
}

/** A tag with those under it. */
export interface TagNode {
  readonly path: string
  /** The last part of the path. */
  readonly name: string
  /** Annotations that have this very tag. */
  readonly own: number
  /** Annotations that have it or one under it, each once. */
  readonly all: number
  /** Reports that have it or one under it, themselves or on an annotation. */
  readonly reports: readonly string[]
  readonly children: readonly TagNode[]
}

/** What all reports together have of one tag. */
interface Sum {
  own: number
  all: number
  readonly reports: Set<string>
}

/** Makes the tree of the tags of some reports. Tags side by side come in the order of Chinese words. */
export function tagTree(reports: readonly TaggedReport[]): TagNode[] {
  const sums = new Map<string, Sum>()
  const sumOf = (path: string) => {
    const sum = sums.get(path) ?? { own: 0, all: 0, reports: new Set() }
    sums.set(path, sum)
    return sum
  }
  for (const { id, tags, tagCounts } of reports) {
    for (const { path, own, all } of tagCounts) {
      const sum = sumOf(path)
      sum.own += own
      sum.all += all
      sum.reports.add(id)
    }
    for (const tag of tags) for (const path of pathsTo(pathOf(tag))) sumOf(path).reports.add(id)
  }
  const under = new Map<string, string[]>()
  for (const path of sums.keys()) {
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    const beside = under.get(above)
    if (beside) beside.push(path)
    else under.set(above, [path])
  }
  return nodesUnder('', sums, under)
}

/** The node of a tag; null where no such tag is there. */
export function findTag(tree: readonly TagNode[], path: string): TagNode | null {
  let [nodes, found]: [readonly TagNode[], TagNode | null] = [tree, null]
  for (const step of pathsTo(path)) {
    found = nodes.find((node) => node.path === step) ?? null
    if (!found) return null
    nodes = found.children
  }
  return found
}

/** Every node of a tree, each before those under it. */
export function tagsOf(tree: readonly TagNode[]): TagNode[] {
  return tree.flatMap((node) => [node, ...tagsOf(node.children)])
}

/**
 * What of a tree agrees with a filter: a node that `matches` says yes to with all that is under it, and those above it.
 * Counts stay as they are.
 */
export function filterTags(tree: readonly TagNode[], matches: (node: TagNode) => boolean): TagNode[] {
  return tree.flatMap((node) => {
    if (matches(node)) return [node]
    const children = filterTags(node.children, matches)
    return children.length > 0 ? [{ ...node, children }] : []
  })
}

const order = new Intl.Collator('zh-CN', { numeric: true })

function nodesUnder(
  above: string,
  sums: ReadonlyMap<string, Sum>,
  under: ReadonlyMap<string, readonly string[]>,
): TagNode[] {
  return (under.get(above) ?? [])
    .map((path) => {
      const { own = 0, all = 0, reports = [] } = sums.get(path) ?? {}
      return { path, name: nameOfPath(path), own, all, reports: [...reports], children: nodesUnder(path, sums, under) }
    })
    .sort((a, b) => order.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
}
