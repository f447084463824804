import { type MeipiLink, parseMeipiLink } from '../core/export/meipi-link.ts'
import type { Problem } from '../core/result.ts'

/** Where a link leads, or why it leads nowhere. */
export type LinkTarget = { readonly link: MeipiLink } | { readonly link: null; readonly problem: Problem }

const MALFORMED: Problem = {
  code: 'link-malformed',
  message: '这不是眉批的链接，或者没有复制完整，所以没有打开。请回到来处，完整地复制一遍再试。',
}

const UNKNOWN_REPORT: Problem = {
  code: 'link-unknown-report',
  message:
    '这个链接指向的报告不在当前资料库里。请先导入这份报告，或从回收站恢复；如果它在另一个资料库里，请打开那个资料库。',
}

/** Finds where a link leads among the reports of the library. */
export function resolveLink(written: string, reports: readonly { readonly id: string }[]): LinkTarget {
  const link = parseMeipiLink(written)
  if (link === null) return { link, problem: MALFORMED }
  return reports.some(({ id }) => id === link.reportId) ? { link } : { link: null, problem: UNKNOWN_REPORT }
}
