import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTexts } from '../interface/define-texts.ts'
import { SearchBox } from '../interface/SearchBox.tsx'
import { texts as windowTexts } from '../interface/texts.ts'
import css from './FindBar.module.css'
import { closeFind, findAgain, findWords, stepHit, useFind } from './find-store.ts'
import { useFindHighlights } from './painted-highlights.ts'
import { useReader } from './reader-store.ts'
import { texts } from './texts.ts'

/** Finding in the report: what to look for, which of how many hits this is. */
export function FindBar() {
  const t = useTexts(texts)
  const { close } = useTexts(windowTexts)
  const { open, query, hits, here, asked } = useFind()
  const opened = useReader((state) => state.reading?.opened)
  const box = useRef<HTMLInputElement>(null)
  useFindHighlights()

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says that the box is wanted again
  useEffect(() => {
    if (!open) return
    box.current?.focus()
    box.current?.select()
  }, [open, asked])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another report, or the same one read anew
  useEffect(findAgain, [opened])

  if (!open) return null
  return (
    <search
      className={css.bar}
      aria-label={t.findInText}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) closeFind()
      }}
    >
      <SearchBox
        inputRef={box}
        label={t.findInText}
        placeholder={t.findInText}
        value={query}
        onChange={findWords}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          stepHit(event.shiftKey ? -1 : 1)
          event.preventDefault()
        }}
      />
      <output className={css.count}>{query === '' ? '' : t.findCount(here + 1, hits.length)}</output>
      <button type="button" aria-label={t.findPrevious} title="Shift+Enter" onClick={() => stepHit(-1)}>
        <ChevronUp size={16} aria-hidden="true" />
      </button>
      <button type="button" aria-label={t.findNext} title="Enter" onClick={() => stepHit(1)}>
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <button type="button" aria-label={close} title="Esc" onClick={closeFind}>
        <X size={16} aria-hidden="true" />
      </button>
    </search>
  )
}
