import { useLayoutEffect, useMemo } from 'react'
import { Chunk } from './Chunk.tsx'
import { ChunkBlocks } from './ChunkBlocks.tsx'
import css from './Page.module.css'
import { usePageActions } from './page-actions.ts'
import { usePageLayers } from './page-layers.ts'
import { chunkParts, pageParts } from './page-parts.ts'
import { firstChunks, showPage, usePageWindow } from './page-window.ts'
import { useActiveHighlight, usePeekedHighlight } from './painted-highlights.ts'
import type { Reading } from './reader-store.ts'
import { TitleFacts } from './TitleFacts.tsx'

/** The sheet of paper: every block of the report in order, what is not of the report folded away. */
export function Page({ reading }: { readonly reading: Reading }) {
  const { opened } = reading
  const { blocks, title } = opened.report
  const { textHash } = opened.summary
  const parts = useMemo(() => pageParts(blocks), [blocks])
  const chunks = useMemo(() => chunkParts(parts.body), [parts])
  const first = useMemo(() => firstChunks(chunks, opened.text.length), [chunks, opened.text.length])
  const laidOut = usePageWindow((state) => (state.textHash === textHash ? state.laidOut : first))
  const layers = usePageLayers(reading)
  const actions = usePageActions(reading)
  useActiveHighlight()
  usePeekedHighlight()

  useLayoutEffect(() => showPage({ textHash, blocks, chunks, laidOut: first }), [textHash, blocks, chunks, first])

  return (
    <div className={css.sheet}>
      {/* Listens for what comes up from the marks inside, which can be reached by keyboard themselves. */}
      <article className={css.page} lang="zh-CN" {...actions}>
        <header className={css.head}>
          {parts.head.every(({ block }) => block.kind !== 'title') && (
            <h1 className={css.title}>{title ?? opened.summary.file}</h1>
          )}
          <ChunkBlocks parts={parts.head} layers={layers} />
          <TitleFacts opened={opened} />
        </header>
        {chunks.map((chunk, index) => (
          // Chunks are told apart by their place: the report is another page.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Chunk key={index} index={index} chunk={chunk}>
            {laidOut.has(index) && <ChunkBlocks parts={chunk.parts} layers={layers} />}
          </Chunk>
        ))}
      </article>
    </div>
  )
}
