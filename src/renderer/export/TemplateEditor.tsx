import { Fragment, useId, useRef } from 'react'
import { type ExportRequest, LONGEST_TEMPLATE, LONGEST_TEMPLATE_NAME } from '../../core/export/export-choice.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { texts as windowTexts } from '../interface/texts.ts'
import css from './ExportDialog.module.css'
import { Preview } from './Preview.tsx'
import type { EditedTemplate, TemplateEditing } from './template-editing.ts'
import { TEMPLATE_WORDS } from './template-words.ts'
import { texts } from './texts.ts'
import { usePreview } from './use-preview.ts'

interface TemplateEditorProps {
  readonly edited: EditedTemplate
  readonly editor: TemplateEditing
  readonly request: ExportRequest
  /** The report that the preview shows. */
  readonly previewed: string | null
}

/** A template of the reader's own, beside what it makes of a report. */
export function TemplateEditor({ edited, editor, request, previewed }: TemplateEditorProps) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const shown = usePreview({ ...request, template: edited.name || '?' }, previewed, edited.source)
  const goToLine = (line: number) => {
    const box = area.current
    if (!box) return
    const lines = edited.source.split('\n')
    const start = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0)
    box.focus()
    box.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    box.scrollTop = (box.scrollHeight / lines.length) * Math.max(0, line - 4)
  }
  return (
    <form
      className={css.body}
      onSubmit={(event) => {
        event.preventDefault()
        void editor.save()
      }}
    >
      <div className={css.columns}>
        <div className={css.editor}>
          {editor.problem && (
            <p className={form.error} role="alert">
              {editor.problem}
            </p>
          )}
          <div className={form.row}>
            <label htmlFor={`${id}-name`}>{t.templateName}</label>
            <input
              id={`${id}-name`}
              className={form.field}
              value={edited.name}
              maxLength={LONGEST_TEMPLATE_NAME}
              // What is stored keeps its name; another one is saved as a copy.
              readOnly={edited.before !== null}
              // biome-ignore lint/a11y/noAutofocus: the editor was opened to write here
              autoFocus={edited.before === null}
              onChange={(event) => editor.change({ name: event.target.value })}
            />
          </div>
          <label htmlFor={`${id}-source`} className={form.label}>
            {t.templateSource}
          </label>
          <textarea
            ref={area}
            id={`${id}-source`}
            className={css.source}
            value={edited.source}
            maxLength={LONGEST_TEMPLATE}
            spellCheck={false}
            wrap="off"
            // biome-ignore lint/a11y/noAutofocus: the editor was opened to write here
            autoFocus={edited.before !== null}
            onChange={(event) => editor.change({ source: event.target.value })}
            onKeyDown={(event) => {
              const send = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
              if (send) void editor.save()
            }}
          />
          <details className={css.help}>
            <summary>{t.templateHelp}</summary>
            <dl className={css.names} tabIndex={0}>
              {TEMPLATE_WORDS.map((word) => (
                <Fragment key={word}>
                  <dt>{word}</dt>
                  <dd>{t.templateWords[word]}</dd>
                </Fragment>
              ))}
            </dl>
          </details>
        </div>
        <Preview reportId={previewed} shown={shown} onGoToLine={goToLine} />
      </div>
      <div className={css.foot}>
        <span />
        <div className={css.acts}>
          <button type="button" onClick={editor.leave}>
            {editor.isChanged ? t.discard : t.backToExport}
          </button>
          <button type="submit" className={form.primary} disabled={edited.name.trim() === ''}>
            {w.save}
          </button>
        </div>
      </div>
    </form>
  )
}
