import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { assertNever } from '../../core/assert-never.ts'
import { openCard } from '../glossary/card-store.ts'
import { useDictionary } from '../glossary/dictionary-store.ts'
import { openEntry } from '../glossary/open-entry.ts'
import { draftTerm } from '../glossary/reader-terms.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import frame from '../interface/ModalDialog.module.css'
import { SearchBox } from '../interface/SearchBox.tsx'
import { useLibrary } from '../library/library-store.ts'
import { findWords, openFind } from '../reader/find-store.ts'
import { jumpTo, openReport, useReader } from '../reader/reader-store.ts'
import { describeKeys } from './accelerator.ts'
import css from './Palette.module.css'
import { findItems, PALETTE_KINDS, type PaletteItem } from './palette-items.ts'
import { isRunnable, runCommand } from './run-command.ts'
import { texts } from './texts.ts'

/** Goes anywhere: reports, headings, terms, commands; by characters or by pinyin. */
export function Palette() {
  const t = useTexts(texts)
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const items = usePaletteItems(query)
  const current = items[Math.min(at, items.length - 1)]
  const optionId = (item: PaletteItem) => `${id}-${items.indexOf(item)}`

  useEffect(() => {
    box.current?.focus()
  }, [])

  const go = (item: PaletteItem) => {
    closeDialog()
    // The dialog gives the keyboard back when it has gone; what is chosen takes it after that.
    setTimeout(() => followItem(item))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, items.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && current) go(current)
    else return
    event.preventDefault()
  }

  return (
    <ModalOverlay className={frame.overlay ?? ''} isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className={frame.modal ?? ''}>
        <Dialog className={css.dialog ?? ''} aria-label={t.palette}>
          <div className={css.box}>
            <SearchBox
              inputRef={box}
              label={t.palette}
              placeholder={t.palettePlaceholder}
              value={query}
              onChange={(value) => {
                setQuery(value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
              controls={`${id}-list`}
              active={current && optionId(current)}
            />
          </div>
          {items.length === 0 && <p className={css.empty}>{t.nothingFound}</p>}
          <div id={`${id}-list`} className={css.list} role="listbox" aria-label={t.palette}>
            {PALETTE_KINDS.map((kind) => {
              const group = items.filter((item) => item.kind === kind)
              return (
                group.length > 0 && (
                  // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
                  <div key={kind} role="group" aria-label={t[kind]}>
                    <p className={css.kind} aria-hidden="true">
                      {t[kind]}
                    </p>
                    {group.map((item) => (
                      <Option
                        key={optionId(item)}
                        id={optionId(item)}
                        item={item}
                        current={item === current}
                        onChoose={() => go(item)}
                      />
                    ))}
                  </div>
                )
              )
            })}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface OptionProps {
  readonly id: string
  readonly item: PaletteItem
  readonly current: boolean
  readonly onChoose: () => void
}

/** The keyboard stays in the box, which says which option is chosen; the pointer presses it. */
function Option({ id, item, current, onChoose }: OptionProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keyboard
    <div
      ref={element}
      id={id}
      className={css.option}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      onClick={onChoose}
    >
      <span>{item.text}</span>
      <small>{detailOf(item)}</small>
    </div>
  )
}

function detailOf(item: PaletteItem): string {
  switch (item.kind) {
    case 'reports':
      return item.report.title ?? item.report.file
    case 'headings':
      return ''
    case 'find':
      return describeKeys('find')
    case 'terms':
      return item.headword.definitions[0]?.definition ?? ''
    case 'commands':
      return describeKeys(item.command)
    default:
      return assertNever(item)
  }
}

function usePaletteItems(query: string): readonly PaletteItem[] {
  const { labels } = useTexts(texts)
  const reports = useLibrary((state) => state.reports)
  const headwords = useDictionary((state) => state.headwords)
  const reading = useReader((state) => state.reading)
  return useMemo(
    () =>
      findItems(query, {
        reports,
        outline: reading?.opened.report.outline ?? [],
        headwords,
        here: new Set(reading?.places.map(({ key }) => key)),
        labels,
        isRunnable,
      }),
    [query, reports, headwords, reading, labels],
  )
}

function followItem(item: PaletteItem): void {
  switch (item.kind) {
    case 'reports':
      void openReport(item.report.id)
      return
    case 'headings':
      jumpTo(item.heading)
      return
    case 'commands':
      runCommand(item.command)
      return
    case 'find':
      openFind()
      findWords(item.text)
      return
    case 'terms': {
      const { headword } = item
      const first = useReader.getState().reading?.places.find(({ key }) => key === headword.key)
      const source = headword.definitions.find((definition) => definition.source.by === 'report')?.source
      if (first) {
        jumpTo(first)
        openCard(headword.key, first.start, { focus: true })
      } else if (source?.by === 'report') openEntry(source.reportId, source.entry)
      else draftTerm(headword)
      return
    }
    default:
      assertNever(item)
  }
}
