import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import css from './SearchBox.module.css'

interface SearchBoxProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  /** Called with what is typed, but not while an input method composes. */
  readonly onChange: (value: string) => void
  /** Not called while an input method composes. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly inputRef?: RefObject<HTMLInputElement | null>
  readonly controls?: string
  readonly active?: string | undefined
}

/** A box to search in. It waits for the end of a composition: half a syllable is no query. */
export function SearchBox({
  label,
  placeholder,
  value,
  onChange,
  onKeyDown,
  inputRef,
  controls,
  active,
}: SearchBoxProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <input
      ref={inputRef}
      className={css.box}
      type="text"
      aria-label={label}
      placeholder={placeholder}
      spellCheck={false}
      value={typed}
      role={controls === undefined ? 'searchbox' : 'combobox'}
      {...(controls === undefined
        ? {}
        : {
            'aria-controls': controls,
            'aria-expanded': true,
            'aria-activedescendant': active,
            'aria-autocomplete': 'list',
          })}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) onChange(event.target.value)
      }}
      onCompositionEnd={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (!event.nativeEvent.isComposing) onKeyDown?.(event)
      }}
    />
  )
}
