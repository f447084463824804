import type { Layer } from '../../core/annotation/segments.ts'
import { sliceRange } from '../../core/text/range.ts'
import { correctBlock } from '../correct/correct-block.ts'
import { useTexts } from '../interface/define-texts.ts'
import { segmentsOf } from './block-layers.ts'
import css from './Page.module.css'
import { PaintedText } from './PaintedText.tsx'
import type { AsidePart } from './page-parts.ts'
import { toggleAside, usePageWindow } from './page-window.ts'
import { texts } from './texts.ts'

interface AsideBlocksProps {
  readonly part: AsidePart
  readonly text: string
  /** By the block's place in the report's list. */
  readonly highlights: readonly (readonly Layer[])[]
}

/** Furniture of the page that the text was saved from, set aside until it is asked for. What belongs to the report goes back. */
export function AsideBlocks({ part, text, highlights }: AsideBlocksProps) {
  const t = useTexts(texts)
  const shown = usePageWindow((state) => state.unfolded.has(part.start))
  const lines = part.blocks.reduce((sum, { block }) => sum + sliceRange(text, block).split('\n').length, 0)
  return (
    <div className={css.aside}>
      <button type="button" className={css.fold} aria-expanded={shown} onClick={() => toggleAside(part.start)}>
        {shown ? t.asideShown(lines) : t.asideFolded(lines)}
      </button>
      {shown &&
        part.blocks.map(({ block, index }) => (
          <div key={block.start} className={css.asideLine}>
            <PaintedText block={block} text={text} segments={segmentsOf(block, [], highlights[index] ?? [])} />
            <button type="button" className={css.keep} onClick={() => correctBlock(block, 'paragraph')}>
              {t.keepBlock}
            </button>
          </div>
        ))}
    </div>
  )
}
