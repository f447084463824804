import { memo } from 'react'
import type { Layer } from '../../core/annotation/segments.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { AsideBlocks } from './AsideBlocks.tsx'
import { BlockView } from './BlockView.tsx'
import type { BodyPart } from './page-parts.ts'

/** What stands on the blocks of a report, by their place in its list. */
export interface PageLayers {
  readonly text: string
  readonly fixed: readonly (readonly Layer[])[]
  readonly highlights: readonly (readonly Layer[])[]
  /** From the start of a glossary entry's block back into the speech. */
  readonly entries: ReadonlyMap<number, SourceRange>
}

interface ChunkBlocksProps {
  readonly parts: readonly BodyPart[]
  readonly layers: PageLayers
}

/** The blocks of a stretch of the page. That another stretch comes on the page is nothing to this one. */
export const ChunkBlocks = memo(function ChunkBlocks({ parts, layers }: ChunkBlocksProps) {
  const { text, fixed, highlights, entries } = layers
  return parts.map((part) => {
    if (part.kind === 'aside')
      return <AsideBlocks key={`aside ${part.start}`} part={part} text={text} highlights={highlights} />
    const { block, index, paragraph } = part
    return (
      <BlockView
        key={block.start}
        block={block}
        text={text}
        paragraph={paragraph}
        fixed={fixed[index] ?? []}
        highlights={highlights[index] ?? []}
        back={entries.get(block.start) ?? null}
      />
    )
  })
})
