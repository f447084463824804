import { useState } from 'react'
import type { Block } from '../../core/report/report.ts'
import { sliceRange } from '../../core/text/range.ts'
import { zh } from '../interface/zh.ts'
import css from './Page.module.css'

/** Furniture of the page that the text was saved from, set aside until it is asked for. */
export function AsideBlocks({ blocks, text }: { readonly blocks: readonly Block[]; readonly text: string }) {
  const [shown, setShown] = useState(false)
  const lines = blocks.reduce((sum, block) => sum + sliceRange(text, block).split('\n').length, 0)
  return (
    <div className={css.aside}>
      <button type="button" className={css.fold} aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? zh.asideShown(lines) : zh.asideFolded(lines)}
      </button>
      {shown && blocks.map((block) => <p key={block.start}>{sliceRange(text, block)}</p>)}
    </div>
  )
}
