import { useMemo, useRef } from 'react'
import type { Layer } from '../../core/annotation/segments.ts'
import { useDictionary } from '../glossary/dictionary-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { useSettings } from '../settings/settings-store.ts'
import { fixedLayers, highlightLayers, keepSame, sortIntoBlocks } from './block-layers.ts'
import type { PageLayers } from './ChunkBlocks.tsx'
import { followEntries } from './entry-links.ts'
import type { Reading } from './reader-store.ts'
import { choosePlaces } from './term-marks.ts'

/** What stands on the blocks of the open report: terms, note markers and lead sentences, and the reader's highlights. */
export function usePageLayers({ opened, places }: Reading): PageLayers {
  const annotations = useAnnotations((state) => state.annotations)
  const termMarks = useSettings((state) => state.settings.termMarks)
  const byKey = useDictionary((state) => state.byKey)
  const { blocks, outline } = opened.report
  const fixedNow = useMemo(
    () => sortIntoBlocks(blocks, fixedLayers(opened, choosePlaces(places, outline, termMarks), byKey)),
    [blocks, outline, opened, places, termMarks, byKey],
  )
  const fixed = useSameLists(fixedNow)
  const highlights = useSameLists(
    useMemo(() => sortIntoBlocks(blocks, highlightLayers(annotations)), [blocks, annotations]),
  )
  const entries = useMemo(() => followEntries(opened, places, byKey), [opened, places, byKey])
  return useMemo(() => ({ text: opened.text, fixed, highlights, entries }), [opened.text, fixed, highlights, entries])
}

/** The lists of the last time where they are no different. */
function useSameLists(lists: Layer[][]): readonly (readonly Layer[])[] {
  const before = useRef<readonly (readonly Layer[])[]>([])
  return useMemo(() => {
    before.current = keepSame(before.current, lists)
    return before.current
  }, [lists])
}
