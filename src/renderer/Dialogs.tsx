import { assertNever } from '../core/assert-never.ts'
import { Palette } from './commands/Palette.tsx'
import { ShortcutsDialog } from './commands/ShortcutsDialog.tsx'
import { FieldsDialog } from './correct/FieldsDialog.tsx'
import { ReaderTermDialog } from './glossary/ReaderTermDialog.tsx'
import { useDialog } from './interface/dialog-store.ts'
import { BinDialog } from './library/BinDialog.tsx'
import { ChooseReportDialog } from './library/ChooseReportDialog.tsx'
import { SplitDialog } from './library/SplitDialog.tsx'
import { SettingsDialog } from './settings/SettingsDialog.tsx'
import { EditionDialog } from './tray/EditionDialog.tsx'

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useDialog((state) => state.dialog)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'settings':
      return <SettingsDialog />
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'bin':
      return <BinDialog />
    case 'fields':
      return <FieldsDialog />
    case 'split':
      return <SplitDialog />
    case 'beside':
    case 'join':
      return <ChooseReportDialog purpose={dialog.kind} />
    case 'edition':
      return <EditionDialog reportId={dialog.reportId} />
    case 'reader-term':
      return <ReaderTermDialog draft={dialog.draft} />
    default:
      return assertNever(dialog)
  }
}
