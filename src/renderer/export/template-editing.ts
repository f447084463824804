import { useState } from 'react'
import { LONGEST_TEMPLATE_NAME } from '../../core/export/export-choice.ts'
import { textsNow } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { showToast } from '../interface/toast-store.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { texts } from './texts.ts'

/** A template that is being written. */
export interface EditedTemplate {
  readonly name: string
  readonly source: string
  /** What it was begun with. */
  readonly first: string
  /** What is stored under its name; null for a new one. */
  readonly before: string | null
}

export interface TemplateEditing {
  readonly isChanged: boolean
  /** Why it was not stored; null where nothing is wrong. */
  readonly problem: string | null
  readonly begin: (name: string, how: 'edit' | 'copy') => Promise<void>
  readonly change: (change: Partial<Pick<EditedTemplate, 'name' | 'source'>>) => void
  readonly save: () => Promise<void>
  readonly leave: () => void
}

interface Options {
  readonly edited: EditedTemplate | null
  readonly onEdit: (edited: EditedTemplate | null) => void
  readonly onSaved: (name: string) => void
}

/** Writing a template of the reader's own: a new one begun with another, or one that is there. */
export function useTemplateEditor({ edited, onEdit, onSaved }: Options): TemplateEditing {
  const [problem, setProblem] = useState<string | null>(null)
  return {
    isChanged: edited !== null && edited.source !== edited.first,
    problem,
    async begin(name, how) {
      const answer = await meipi.readTemplate(name)
      if (!answer.ok) {
        tell(describeProblem(answer.problem))
        return
      }
      const source = answer.value
      setProblem(null)
      const named = how === 'edit' ? name : textsNow(texts).newTemplateName(name).slice(0, LONGEST_TEMPLATE_NAME)
      onEdit({ name: named, source, first: source, before: how === 'edit' ? source : null })
    },
    change(change) {
      if (edited) onEdit({ ...edited, ...change })
    },
    async save() {
      if (!edited) return
      const { source, before } = edited
      const name = edited.name.trim()
      const answer = await meipi.saveTemplate({ name, source, before })
      setProblem(answer.ok ? null : describeProblem(answer.problem))
      if (!answer.ok) return
      showToast({ text: textsNow(texts).saved(name) })
      onEdit(null)
      onSaved(name)
    },
    leave() {
      onEdit(null)
    },
  }
}
