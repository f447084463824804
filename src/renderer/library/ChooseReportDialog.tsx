import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { meipi } from '../meipi-api.ts'
import { useReader } from '../reader/reader-store.ts'
import { joinReports } from './join-split.ts'
import { ReportChoices } from './ReportChoices.tsx'
import css from './ReportList.module.css'
import { texts } from './texts.ts'

/** Chooses the report that is to stand beside the open one, or to be joined to it. */
export function ChooseReportDialog({ purpose }: { readonly purpose: 'beside' | 'join' }) {
  const t = useTexts(texts)
  const open = useReader((state) => state.reading?.opened.summary)
  const choose = (id: string) => {
    closeDialog()
    if (purpose === 'beside') void meipi.openBeside(id)
    else if (open) void joinReports(open.id, id)
  }
  return (
    <ModalDialog title={purpose === 'beside' ? t.besideTitle : t.joinTitle}>
      {purpose === 'join' && open && <p className={css.hint}>{t.joinHint(open.title ?? open.file)}</p>}
      <ReportChoices except={open?.id ?? null} takesKeyboard onChoose={choose} />
    </ModalDialog>
  )
}
