import { useLayoutEffect, useMemo } from 'react'
import { useDictionary } from '../glossary/dictionary-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { useSettings } from '../settings/settings-store.ts'
import { AsideBlocks } from './AsideBlocks.tsx'
import { BlockView } from './BlockView.tsx'
import { fixedLayers, highlightLayers, segmentsOf, sortIntoBlocks } from './block-layers.ts'
import { Chunk } from './Chunk.tsx'
import { followEntries } from './entry-links.ts'
import css from './Page.module.css'
import { usePageActions } from './page-actions.ts'
import { type BlockPart, chunkParts, pageParts } from './page-parts.ts'
import { firstChunks, showPage, usePageWindow } from './page-window.ts'
import type { Reading } from './reader-store.ts'
import { TitleFacts } from './TitleFacts.tsx'
import { choosePlaces } from './term-marks.ts'

/** The sheet of paper: every block of the report in order, what is not of the report folded away. */
export function Page({ reading }: { readonly reading: Reading }) {
  const annotations = useAnnotations((state) => state.annotations)
  const termMarks = useSettings((state) => state.settings.termMarks)
  const byKey = useDictionary((state) => state.byKey)
  const { opened, places } = reading
  const { blocks, title } = opened.report
  const parts = useMemo(() => pageParts(blocks), [blocks])
  const chunks = useMemo(() => chunkParts(parts.body), [parts])
  const { textHash } = opened.summary
  const first = useMemo(() => firstChunks(chunks, opened.text.length), [chunks, opened.text.length])
  const laidOut = usePageWindow((state) => (state.textHash === textHash ? state.laidOut : first))
  const entries = useMemo(() => followEntries(opened, places, byKey), [opened, places, byKey])
  const fixed = useMemo(() => {
    const marked = choosePlaces(places, opened.report.outline, termMarks)
    return sortIntoBlocks(blocks, fixedLayers(opened, marked, byKey))
  }, [blocks, opened, places, termMarks, byKey])
  const highlights = useMemo(() => sortIntoBlocks(blocks, highlightLayers(annotations)), [blocks, annotations])
  const actions = usePageActions(reading)

  useLayoutEffect(() => showPage({ textHash, blocks, chunks, laidOut: first }), [textHash, blocks, chunks, first])

  const view = ({ block, index, paragraph }: BlockPart) => (
    <BlockView
      key={block.start}
      block={block}
      text={opened.text}
      paragraph={paragraph}
      segments={segmentsOf(block, fixed[index] ?? [], highlights[index] ?? [])}
      back={entries.get(block.start) ?? null}
    />
  )

  return (
    <div className={css.sheet}>
      {/* Listens for what comes up from the marks inside, which can be reached by keyboard themselves. */}
      <article className={css.page} lang="zh-CN" {...actions}>
        <header className={css.head}>
          {parts.head.every(({ block }) => block.kind !== 'title') && (
            <h1 className={css.title}>{title ?? opened.summary.file}</h1>
          )}
          {parts.head.map(view)}
          <TitleFacts opened={opened} />
        </header>
        {chunks.map((chunk, index) => (
          // Chunks are told apart by their place: the report is another page.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Chunk key={index} index={index} chunk={chunk}>
            {laidOut.has(index) &&
              chunk.parts.map((part) =>
                part.kind === 'aside' ? (
                  <AsideBlocks key={part.start} blocks={part.blocks} opened={opened} />
                ) : (
                  view(part)
                ),
              )}
          </Chunk>
        ))}
      </article>
    </div>
  )
}
