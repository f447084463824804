import { useEffect, useMemo, useState } from 'react'
import type { ExportStep } from '../../core/export/export-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { useSettings } from '../settings/settings-store.ts'
import { ExportForm } from './ExportForm.tsx'
import { beginDraft, reportsOf, toRequest } from './export-draft.ts'
import { ReviewChanges } from './ReviewChanges.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import { type EditedTemplate, useTemplateEditor } from './template-editing.ts'
import { texts } from './texts.ts'
import { useTemplates } from './use-templates.ts'

/** What is looked at before it is written. */
export type Review = Extract<ExportStep, { step: 'review' }>

/** Exports highlights and notes by a template: what, how, what it will look like; then what changes in files that are there. */
export function ExportDialog({ openReport }: { readonly openReport: string | null }) {
  const t = useTexts(texts)
  const last = useSettings((state) => state.settings.export)
  const summaries = useLibrary((state) => state.reports)
  const [draft, setDraft] = useState(() => beginDraft(last, openReport))
  const [review, setReview] = useState<Review | null>(null)
  const [edited, setEdited] = useState<EditedTemplate | null>(null)
  const { templates, refresh } = useTemplates()
  const all = useMemo(() => summaries.map(({ id }) => id), [summaries])
  const reports = useMemo(() => reportsOf(draft, openReport, all), [draft, openReport, all])
  const editor = useTemplateEditor({
    edited,
    onEdit: setEdited,
    onSaved: (template) => {
      // One that is not in the list yet would be taken for one that is gone.
      void refresh().then(() => setDraft((before) => ({ ...before, template })))
    },
  })

  useEffect(() => () => void meipi.stopExport(), [])
  // A template that is gone cannot be exported with.
  const isGone = templates?.every(({ name }) => name !== draft.template)
  useEffect(() => {
    if (isGone) setDraft((before) => ({ ...before, template: 'obsidian' }))
  }, [isGone])

  const request = toRequest(draft, reports)
  return (
    <ModalDialog
      title={review ? t.reviewTitle : edited ? t.editTitle : t.title}
      large
      guarded={edited !== null && editor.isChanged}
    >
      {review ? (
        <ReviewChanges review={review} onReview={setReview} />
      ) : edited ? (
        <TemplateEditor edited={edited} editor={editor} request={request} previewed={previewedOf(reports, summaries)} />
      ) : (
        <ExportForm
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          openReport={openReport}
          request={request}
          previewed={previewedOf(reports, summaries)}
          templates={templates ?? []}
          onEditTemplate={(how) => void editor.begin(draft.template, how)}
          onReview={setReview}
        />
      )}
    </ModalDialog>
  )
}

/** The report that the preview shows: of those chosen the first with annotations, else the first. */
function previewedOf(
  reports: readonly string[],
  summaries: readonly { readonly id: string; readonly annotations: number }[],
): string | null {
  const annotated = new Set(summaries.filter(({ annotations }) => annotations > 0).map(({ id }) => id))
  return reports.find((id) => annotated.has(id)) ?? reports[0] ?? null
}
