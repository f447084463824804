import { describeAnchor } from '../../core/annotation/anchor.ts'
import type { Anchor } from '../../core/annotation/annotation.ts'
import { blockCorrectionAt, setCorrection, withdrawCorrection } from '../../core/correction/change-corrections.ts'
import type { CorrectedKind } from '../../core/correction/correction.ts'
import type { Block } from '../../core/report/report.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { useReader } from '../reader/reader-store.ts'
import { changeCorrections } from './correct-report.ts'

/** Says that a block is of another kind. */
export function correctBlock(block: Block, kind: CorrectedKind, level?: number): void {
  const anchor = anchorOf(block)
  if (!anchor) return
  const correction = { what: 'block' as const, anchor, kind, ...(level === undefined ? {} : { level }) }
  void changeCorrections((corrections) => setCorrection(corrections, correction))
}

/** Leaves a block to the parser again. */
export function resetBlock(block: Block): void {
  void changeCorrections((corrections) => {
    const textHash = useReader.getState().reading?.opened.summary.textHash ?? ''
    const correction = blockCorrectionAt(corrections, block.start, textHash)
    return correction ? withdrawCorrection(corrections, correction) : corrections
  })
}

/** Says where a glossary entry begins, that it belongs to the one before, or which words of it are the term. */
export function correctEntry(what: 'entry-split' | 'entry-join' | 'entry-term', range: SourceRange): void {
  const anchor = anchorOf(range)
  if (anchor) void changeCorrections((corrections) => setCorrection(corrections, { what, anchor }))
}

function anchorOf(range: SourceRange): Anchor | null {
  const opened = useReader.getState().reading?.opened
  if (!opened) return null
  const { text, report, summary } = opened
  return describeAnchor({ text, textHash: summary.textHash, outline: report.outline }, range)
}
