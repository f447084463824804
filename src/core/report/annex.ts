import type { Piece } from './piece.ts'

/** 附件2, 附：…: what follows is an annex, and its first line the annex's title. */
export function isAnnex({ head, length }: Piece): boolean {
  return (
    length <= 40 &&
    /^(?:《?政府工作报告》?|文档)?附(?:件|录|表)?[一二三四五六七八九十\d]*(?:[：:]|$)/.test(head) &&
    !/[。；]/.test(head)
  )
}
