import { useMemo } from 'react'
import { useAnnotations } from '../notes/annotation-store.ts'
import { AsideBlocks } from './AsideBlocks.tsx'
import { BlockView } from './BlockView.tsx'
import { fixedLayers, highlightLayers, segmentsOf, sortIntoBlocks } from './block-layers.ts'
import css from './Page.module.css'
import { usePageActions } from './page-actions.ts'
import { type BlockPart, pageParts } from './page-parts.ts'
import type { Reading } from './reader-store.ts'
import { TitleFacts } from './TitleFacts.tsx'

/** The sheet of paper: every block of the report in order, what is not of the report folded away. */
export function Page({ reading }: { readonly reading: Reading }) {
  const annotations = useAnnotations((state) => state.annotations)
  const { opened } = reading
  const { blocks, title } = opened.report
  const parts = useMemo(() => pageParts(blocks), [blocks])
  const fixed = useMemo(
    () => sortIntoBlocks(blocks, fixedLayers(opened.report, reading.places)),
    [blocks, opened.report, reading.places],
  )
  const highlights = useMemo(() => sortIntoBlocks(blocks, highlightLayers(annotations)), [blocks, annotations])
  const actions = usePageActions(reading)

  const view = ({ block, index, paragraph }: BlockPart) => (
    <BlockView
      key={block.start}
      block={block}
      text={opened.text}
      paragraph={paragraph}
      segments={segmentsOf(block, fixed[index] ?? [], highlights[index] ?? [])}
    />
  )

  return (
    <div className={css.sheet}>
      {/* Listens for what comes up from the marks inside, which can be reached by keyboard themselves. */}
      <article className={css.page} {...actions}>
        <header className={css.head}>
          {parts.head.every(({ block }) => block.kind !== 'title') && (
            <h1 className={css.title}>{title ?? opened.summary.file}</h1>
          )}
          {parts.head.map(view)}
          <TitleFacts opened={opened} />
        </header>
        {parts.body.map((part) =>
          part.kind === 'aside' ? <AsideBlocks key={part.start} blocks={part.blocks} text={opened.text} /> : view(part),
        )}
      </article>
    </div>
  )
}
