import { CornerLeftUp, Ellipsis } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Layer } from '../../core/annotation/segments.ts'
import type { Block } from '../../core/report/report.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { openBlockMenu } from '../correct/block-menu-store.ts'
import { useTexts } from '../interface/define-texts.ts'
import { segmentsOf } from './block-layers.ts'
import { NoteSigns, notedIn } from './NoteSigns.tsx'
import css from './Page.module.css'
import { PaintedText } from './PaintedText.tsx'
import { jumpTo } from './reader-store.ts'
import { texts } from './texts.ts'

interface BlockViewProps {
  readonly block: Block
  readonly text: string
  readonly paragraph: number | null
  /** What is painted on it. A list that is the same as before is the same object. */
  readonly fixed: readonly Layer[]
  readonly highlights: readonly Layer[]
  /** For a glossary entry: where the speech uses it. */
  readonly back: SourceRange | null
}

/** One block with what stands in its margins. It is drawn anew only where something of it has changed. */
export const BlockView = memo(function BlockView(props: BlockViewProps) {
  const { block, text, paragraph, fixed, highlights, back } = props
  const segments = useMemo(() => segmentsOf(block, fixed, highlights), [block, fixed, highlights])
  const noted = useMemo(() => notedIn(segments), [segments])
  return (
    <div className={css.row} data-kind={block.kind}>
      <MarginButton block={block} paragraph={paragraph} />
      {back && <BackButton range={back} />}
      {/* Painted before the signs beside it are put by their lines: effects run in this order. */}
      <PaintedText {...{ block, text, segments }} />
      {noted.length > 0 && <NoteSigns ids={noted} />}
    </div>
  )
})

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
