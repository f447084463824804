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

interface Branch {
  own: number
  all: number
  readonly reports: Set<string>
  readonly children: Map<string, Branch>
}

/** Makes the tree of the tags of some reports. Tags side by side come in the order of Chinese words. */
export function tagTree(reports: readonly TaggedReport[]): TagNode[] {
  const root = newBranch()
  for (const { id, tags, tagCounts } of reports) {
    for (const { path, own, all } of tagCounts) {
      const branch = branchAt(root, path)
      branch.own += own
      branch.all += all
      branch.reports.add(id)
    }
    for (const tag of tags) for (const path of pathsTo(pathOf(tag))) branchAt(root, path).reports.add(id)
  }
  return nodesUnder(root, '')
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

function nodesUnder(branch: Branch, above: string): TagNode[] {
  return [...branch.children]
    .map(([name, { own, all, reports, children }]) => {
      const path = above === '' ? name : `${above}/${name}`
      return {
        path,
        name,
        own,
        all,
        reports: [...reports],
        children: nodesUnder({ own, all, reports, children }, path),
      }
    })
    .sort((a, b) => order.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
}

function branchAt(root: Branch, path: string): Branch {
  return pathsTo(path).reduce((branch, step) => {
    const name = nameOfPath(step)
    const next = branch.children.get(name) ?? newBranch()
    branch.children.set(name, next)
    return next
  }, root)
}

function newBranch(): Branch {
  return { own: 0, all: 0, reports: new Set(), children: new Map() }
}
