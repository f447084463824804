import { useState } from 'react'
import type { OpenedReport } from '../../core/library-view.ts'
import type { Block } from '../../core/report/report.ts'
import { sliceRange } from '../../core/text/range.ts'
import { correctBlock } from '../correct/correct-block.ts'
import { useTexts } from '../interface/define-texts.ts'
import css from './Page.module.css'
import { texts } from './texts.ts'

interface AsideBlocksProps {
  readonly blocks: readonly Block[]
  readonly opened: OpenedReport
}

/** Furniture of the page that the text was saved from, set aside until it is asked for. What belongs to the report goes back. */
export function AsideBlocks({ blocks, opened: { text } }: AsideBlocksProps) {
  const t = useTexts(texts)
  const [shown, setShown] = useState(false)
  const lines = blocks.reduce((sum, block) => sum + sliceRange(text, block).split('\n').length, 0)
  return (
    <div className={css.aside}>
      <button type="button" className={css.fold} aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? t.asideShown(lines) : t.asideFolded(lines)}
      </button>
      {shown &&
        blocks.map((block) => (
          <p key={block.start}>
            {sliceRange(text, block)}
            <button type="button" className={css.keep} onClick={() => correctBlock(block, 'paragraph')}>
              {t.keepBlock}
            </button>
          </p>
        ))}
    </div>
  )
}
