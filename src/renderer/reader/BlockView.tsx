import { memo, useLayoutEffect, useRef } from 'react'
import type { Segment } from '../../core/annotation/segments.ts'
import type { Block } from '../../core/report/report.ts'
import { zh } from '../interface/zh.ts'
import { openNote } from '../notes/open-note.ts'
import css from './Page.module.css'
import { paintBlock } from './paint-block.ts'

interface BlockViewProps {
  readonly block: Block
  readonly text: string
  readonly paragraph: number | null
  readonly segments: readonly Segment[]
}

/** One block. Its element is empty for React: text and marks are put in by the painter alone. */
export const BlockView = memo(
  function BlockView({ block, text, paragraph, segments }: BlockViewProps) {
    const element = useRef<HTMLElement>(null)
    useLayoutEffect(() => {
      if (element.current) paintBlock(element.current, block, text, segments)
    })
    const Tag = tagOf(block)
    const notes = notedIn(segments)
    return (
      <div className={css.row} data-kind={block.kind}>
        {paragraph !== null && (
          <span className={css.number} aria-hidden="true">
            {zh.paragraphNumber(paragraph)}
          </span>
        )}
        <Tag
          className={css[block.kind]}
          ref={element as never}
          data-block-start={block.start}
          data-block-end={block.end}
          data-kind={block.kind}
          data-level={block.level}
        />
        {notes.map((id) => (
          <button key={id} type="button" className={css.sign} title={zh.note} onClick={() => openNote(id)}>
            批
          </button>
        ))}
      </div>
    )
  },
  (before, after) =>
    before.block === after.block &&
    before.text === after.text &&
    JSON.stringify(before.segments) === JSON.stringify(after.segments),
)

function tagOf({ kind, level }: Block): 'h1' | 'h2' | 'h3' | 'h4' | 'p' {
  if (kind === 'title') return 'h1'
  if (kind === 'glossaryHeading') return 'h2'
  if (kind !== 'heading') return 'p'
  return level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4'
}

/** The annotations with a note that end in this block: their sign stands in its margin. */
function notedIn(segments: readonly Segment[]): string[] {
  const ids = segments.flatMap((segment) =>
    segment.layers
      .filter((layer) => layer.kind === 'highlight' && layer.noted && layer.end === segment.end)
      .map((layer) => layer.id),
  )
  return [...new Set(ids)]
}
