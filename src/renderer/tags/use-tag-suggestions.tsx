import { type ChangeEvent, type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react'
import { tagsOf } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import { completeTag, writtenTag } from './complete-tag.ts'
import { findsTag } from './finds-tag.ts'
import css from './Tags.module.css'
import { texts } from './texts.ts'
import { useTagTree } from './use-tag-tree.ts'

interface TagSuggestionsOptions {
  readonly box: RefObject<HTMLInputElement | null>
  /** Called with what the box says when a tag was chosen. */
  readonly onChange: (value: string) => void
  /** Whether the box holds one tag alone. */
  readonly single?: boolean
  /** A tag that is not offered. */
  readonly without?: string
}

/** Tags that are offered at once. */
const MOST_OFFERED = 8

/**
 * Offers the tags of the library for what is being typed into a box, in Chinese or in pinyin; those used most come first.
 * The keyboard stays in the box: arrows choose, Enter takes what is chosen.
 */
export function useTagSuggestions({ box, onChange, single = false, without }: TagSuggestionsOptions) {
  const t = useTexts(texts)
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const tree = useTagTree(typed === null ? 'none' : 'all')
  const all = useMemo(() => tagsOf(tree).sort((a, b) => b.all - a.all), [tree])
  const value = box.current?.value ?? ''
  const has = single ? [] : value.split(/\s+/u)
  const offered =
    typed === null
      ? []
      : all
          .filter(({ path }) => path !== without && path !== typed && findsTag(path, typed) && !has.includes(path))
          .slice(0, MOST_OFFERED)
  const chosen = at === null ? undefined : offered[at]

  const close = () => {
    setTyped(null)
    setAt(null)
  }
  const look = (input: HTMLInputElement) => {
    setTyped(single ? input.value.trim() : writtenTag(input.value, input.selectionStart ?? input.value.length))
    setAt(null)
  }
  const take = (path: string) => {
    const input = box.current
    if (!input) return
    const next = single ? path : completeTag(input.value, input.selectionStart ?? input.value.length, path)
    input.value = next
    onChange(next)
    close()
    input.focus()
  }

  return {
    props: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': offered.length > 0,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': chosen && `${id}-${offered.indexOf(chosen)}`,
      autoComplete: 'off',
      spellCheck: false,
    } as const,
    close,
    onInput: ({ currentTarget, nativeEvent }: Pick<ChangeEvent<HTMLInputElement>, 'currentTarget' | 'nativeEvent'>) => {
      if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) look(currentTarget)
    },
    /** Whether the key was for the list. */
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>): boolean => {
      if (event.nativeEvent.isComposing) return false
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step !== 0 && offered.length === 0 && step > 0) look(event.currentTarget)
      else if (step !== 0 && offered.length > 0)
        setAt(((at ?? (step > 0 ? -1 : 0)) + step + offered.length) % offered.length)
      else if (chosen && event.key === 'Enter') take(chosen.path)
      else if (chosen && event.key === 'Escape') setAt(null)
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
    list: offered.length > 0 && (
      <div id={`${id}-list`} className={css.offered} role="listbox" aria-label={t.suggestions}>
        {offered.map((tag, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keyboard
          <div
            key={tag.path}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The box keeps the keyboard, and what is written in it is not taken for finished.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(tag.path)}
          >
            <span>{tag.path}</span>
            <small>{tag.all}</small>
          </div>
        ))}
      </div>
    ),
  }
}
