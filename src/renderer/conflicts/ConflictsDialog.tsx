import { useEffect } from 'react'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { AnnotationConflicts } from './AnnotationConflicts.tsx'
import { useConflicts } from './conflict-store.ts'
import { texts } from './texts.ts'

/** The annotations that were edited apart, with room for their versions side by side. It goes with the last of them. */
export function ConflictsDialog() {
  const t = useTexts(texts)
  const isDone = useConflicts((state) => state.annotations.length === 0)
  useEffect(() => {
    if (isDone) closeDialog()
  }, [isDone])
  return (
    <ModalDialog title={t.conflicts} wide>
      <AnnotationConflicts />
    </ModalDialog>
  )
}
