import { useState } from 'react'
import type { EditionChoice } from '../../core/ipc-contract.ts'
import type { EditionPreview } from '../../core/library-view.ts'
import type { Problem } from '../../core/result.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { describeProblem } from '../interface/problem-text.ts'
import { nameOf, useLibrary } from '../library/library-store.ts'
import { ReportChoices } from '../library/ReportChoices.tsx'
import { meipi } from '../meipi-api.ts'
import css from './EditionDialog.module.css'
import { EditionPreviewForm } from './EditionPreviewForm.tsx'
import { previewEdition, replaceText } from './edition-acts.ts'
import { texts } from './edition-texts.ts'

/** How far the reader is: choosing, waiting for the answer, deciding, or waiting for it to be done. */
type Step =
  | { readonly step: 'choose'; readonly problem: Problem | null }
  | { readonly step: 'check' | 'replace' }
  | { readonly step: 'decide'; readonly choice: EditionChoice; readonly preview: EditionPreview }

/** Gives a report another text: from which file or report, what would become of the notes, and only then does it. */
export function EditionDialog({ reportId }: { readonly reportId: string }) {
  const t = useTexts(texts)
  const summary = useLibrary((state) => state.reports.find(({ id }) => id === reportId))
  const hasOthers = useLibrary((state) => state.reports.some(({ id }) => id !== reportId))
  const [step, setStep] = useState<Step>({ step: 'choose', problem: null })

  const check = async (choice: EditionChoice) => {
    setStep({ step: 'check' })
    const answer = await previewEdition(reportId, choice)
    setStep(answer.ok ? { step: 'decide', choice, preview: answer.value } : { step: 'choose', problem: answer.problem })
  }
  const chooseFile = async () => {
    const answer = await meipi.chooseEditionFile()
    if (!answer.ok) setStep({ step: 'choose', problem: answer.problem })
    else if (answer.value !== null) await check({ from: 'file' })
  }

  return (
    <ModalDialog title={t.title} guarded={step.step === 'replace'}>
      {step.step === 'choose' && (
        <>
          {step.problem && (
            <p className={css.problem} role="alert">
              {describeProblem(step.problem)}
            </p>
          )}
          <p className={css.hint}>{t.hint(summary ? nameOf(summary) : reportId)}</p>
          {/* biome-ignore lint/a11y/noAutofocus: the dialog has just been opened, and this is what it is for */}
          <button type="button" className={css.file} autoFocus onClick={() => void chooseFile()}>
            {t.chooseFile}
          </button>
          {hasOthers && (
            <>
              <p className={css.or}>{t.orReport}</p>
              <ReportChoices
                except={reportId}
                takesKeyboard={false}
                onChoose={(id) => void check({ from: 'report', reportId: id })}
              />
            </>
          )}
        </>
      )}
      {(step.step === 'check' || step.step === 'replace') && (
        <p className={css.wait} role="status">
          <progress aria-label={step.step === 'check' ? t.checking : t.replacing} />
          {step.step === 'check' ? t.checking : t.replacing}
        </p>
      )}
      {step.step === 'decide' && (
        <EditionPreviewForm
          preview={step.preview}
          takesReportIn={step.choice.from === 'report'}
          onBack={() => setStep({ step: 'choose', problem: null })}
          onReplace={() => {
            const { choice } = step
            setStep({ step: 'replace' })
            void replaceText(reportId, choice, closeDialog)
          }}
        />
      )}
    </ModalDialog>
  )
}
