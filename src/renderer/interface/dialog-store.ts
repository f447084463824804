import { create } from 'zustand'
import type { AnnotationFormat } from '../../core/export/export-choice.ts'
import type { AnnotationImport } from '../../core/export/export-view.ts'
import type { ReaderTerm } from '../../core/glossary/reader-term.ts'

/** What stands before the page and wants an answer. */
export type OpenDialog =
  | {
      readonly kind:
        | 'settings'
        | 'palette'
        | 'bin'
        | 'snapshots'
        | 'conflicts'
        | 'shortcuts'
        | 'fields'
        | 'split'
        | 'beside'
        | 'join'
    }
  | { readonly kind: 'rename-tag' | 'delete-tag'; readonly tag: string }
  | { readonly kind: 'reader-term'; readonly draft: TermDraft }
  /** `reportId` is the report that was open; null where none was. */
  | { readonly kind: 'export'; readonly reportId: string | null }
  | { readonly kind: 'export-annotations'; readonly format: AnnotationFormat; readonly reportId: string | null }
  | { readonly kind: 'annotations-imported'; readonly imported: AnnotationImport }

/** A term of the reader's, new or to be changed. */
export type TermDraft = Pick<ReaderTerm, 'term' | 'definition' | 'cited'> & { readonly id: string | null }

/** The dialog that is open. There is one at a time. */
export const useDialog = create<{ readonly dialog: OpenDialog | null }>()(() => ({ dialog: null }))

export function openDialog(dialog: OpenDialog): void {
  useDialog.setState({ dialog })
}

/** Dialogs that speak of the report that was open when they were. */
const OF_REPORT: ReadonlySet<OpenDialog['kind']> = new Set(['fields', 'split', 'beside', 'join', 'conflicts'])

/** Another report is open: what was asked about the one before is not asked any more. */
export function closeReportDialog(): void {
  useDialog.setState(({ dialog }) => ({ dialog: dialog && OF_REPORT.has(dialog.kind) ? null : dialog }))
}

export function closeDialog(): void {
  useDialog.setState({ dialog: null })
}
