import { useId, useRef, useState } from 'react'
import { LONGEST_TAG, toWholeTag } from '../../core/tags/tag.ts'
import { findTag, tagsOf } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { texts as windowTexts } from '../interface/texts.ts'
import { changeTagsEverywhere } from './change-tags.ts'
import { describeTag } from './describe-tag.ts'
import { TagBox } from './TagBox.tsx'
import css from './Tags.module.css'
import { texts } from './texts.ts'
import { useTagSuggestions } from './use-tag-suggestions.tsx'
import { useTagTree } from './use-tag-tree.ts'

/** Gives a tag another name in all reports. One that is taken already is merged with, when the reader has said so. */
export function RenameTagDialog({ path }: { readonly path: string }) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const id = useId()
  const tree = useTagTree('all')
  const [written, setWritten] = useState(path)
  // The name for which the reader was asked whether the two are to be one.
  const [asked, setAsked] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const suggest = useTagSuggestions({ box, onChange: setWritten, single: true, without: path })
  const tag = findTag(tree, path)
  if (!tag) return null
  const to = toWholeTag(written)
  const there = to === path ? null : findTag(tree, to)
  const problem = to === '' ? t.emptyName : to.length > LONGEST_TAG ? t.longName : null
  const isAsking = there !== null && asked === to
  const submit = () => {
    if (problem !== null) return
    if (there && !isAsking) {
      setAsked(to)
      return
    }
    closeDialog()
    if (to !== path) void changeTagsEverywhere({ act: 'rename', from: path, to })
  }
  const below = tagsOf(tag.children).length
  return (
    <ModalDialog title={t.renameTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={form.row}>
          <span className={form.label}>{t.oldName}</span>
          <span className={css.old}>{path}</span>
        </div>
        <div className={form.row}>
          <label htmlFor={`${id}-name`}>{t.newName}</label>
          <TagBox list={suggest.list}>
            <input
              {...suggest.props}
              ref={box}
              id={`${id}-name`}
              className={form.field}
              value={written}
              maxLength={2 * LONGEST_TAG}
              aria-describedby={`${id}-hint`}
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
              autoFocus
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => {
                setWritten(event.target.value)
                suggest.onInput(event)
              }}
              onKeyDown={(event) => void suggest.onKeyDown(event)}
            />
          </TagBox>
          <span id={`${id}-hint`} className={form.hint}>
            {to !== written.trim() && problem === null ? t.writtenAs(to) : t.renameHint(describeTag(tag), below)}
          </span>
        </div>
        {(problem !== null || isAsking) && (
          <p className={isAsking ? css.ask : form.error} role="alert">
            {problem ?? (there && t.mergeAsk(path, to, describeTag(tag), describeTag(there)))}
          </p>
        )}
        <div className={form.acts}>
          <button type="button" onClick={closeDialog}>
            {w.cancel}
          </button>
          <button type="submit" className={form.primary} disabled={problem !== null || to === path}>
            {there ? t.mergeAct : t.renameAct}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
