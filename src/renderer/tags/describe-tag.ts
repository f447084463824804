import type { TagNode } from '../../core/tags/tag-tree.ts'
import { textsNow } from '../interface/define-texts.ts'
import { texts } from './texts.ts'

/** Where a tag is, in words: `12 条批注、3 份报告`. */
export function describeTag({ all, reports }: Pick<TagNode, 'all' | 'reports'>): string {
  const t = textsNow(texts)
  return [all === 0 ? t.nowhere : t.annotations(all), t.reports(reports.length)].join(t.between)
}
