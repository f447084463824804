import { CornerLeftUp, Ellipsis } from 'lucide-react'
import { memo, useLayoutEffect, useRef } from 'react'
import type { Segment } from '../../core/annotation/segments.ts'
import type { Block } from '../../core/report/report.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { openBlockMenu } from '../correct/block-menu-store.ts'
import { useTexts } from '../interface/define-texts.ts'
import { NoteSigns } from './NoteSigns.tsx'
import css from './Page.module.css'
import { paintBlock } from './paint-block.ts'
import { jumpTo } from './reader-store.ts'
import { texts } from './texts.ts'

interface BlockViewProps {
  readonly block: Block
  readonly text: string
  readonly paragraph: number | null
  readonly segments: readonly Segment[]
  /** For a glossary entry: where the speech uses it. */
  readonly back: SourceRange | null
}

/** One block. Its element is empty for React: text and marks are put in by the painter alone. */
export const BlockView = memo(
  function BlockView({ block, text, paragraph, segments, back }: BlockViewProps) {
    return (
      <div className={css.row} data-kind={block.kind}>
        <MarginButton block={block} paragraph={paragraph} />
        {back && <BackButton range={back} />}
        {/* Painted before the signs beside it are put by their lines: effects run in this order. */}
        <PaintedText {...{ block, text, segments }} />
        <NoteSigns segments={segments} />
      </div>
    )
  },
  (before, after) =>
    before.block === after.block &&
    before.text === after.text &&
    before.paragraph === after.paragraph &&
    before.back?.start === after.back?.start &&
    JSON.stringify(before.segments) === JSON.stringify(after.segments),
)

/** The element that the painter fills. */
function PaintedText({ block, text, segments }: Pick<BlockViewProps, 'block' | 'text' | 'segments'>) {
  const element = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (element.current) paintBlock(element.current, block, text, segments)
  })
  const Tag = tagOf(block)
  return (
    <Tag
      className={css[block.kind]}
      ref={element as never}
      data-block-start={block.start}
      data-block-end={block.end}
      data-kind={block.kind}
      data-level={block.level}
    />
  )
}

/** The paragraph's number, for citing; pressing it corrects what the block is. By keyboard that is Shift+F10. */
function MarginButton({ block, paragraph }: Pick<BlockViewProps, 'block' | 'paragraph'>) {
  const t = useTexts(texts)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.number}
      aria-label={paragraph === null ? t.blockMenu : t.paragraphMenu(paragraph)}
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect()
        openBlockMenu(block, { x: left, y: bottom })
      }}
    >
      {paragraph === null ? <Ellipsis size={14} aria-hidden="true" /> : t.paragraphNumber(paragraph)}
    </button>
  )
}

/** From a glossary entry back to where it is used. */
function BackButton({ range }: { readonly range: SourceRange }) {
  const t = useTexts(texts)
  return (
    <button
      type="button"
      className={css.back}
      title={t.goToMarkers}
      aria-label={t.goToMarkers}
      onClick={() => jumpTo(range)}
    >
      <CornerLeftUp size={14} aria-hidden="true" />
    </button>
  )
}

function tagOf({ kind, level }: Block): 'h1' | 'h2' | 'h3' | 'h4' | 'p' {
  if (kind === 'title') return 'h1'
  if (kind === 'glossaryHeading') return 'h2'
  if (kind !== 'heading') return 'p'
  return level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4'
}
