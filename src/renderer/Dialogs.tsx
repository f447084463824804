import { assertNever } from '../core/assert-never.ts'
import { Palette } from './commands/Palette.tsx'
import { ShortcutsDialog } from './commands/ShortcutsDialog.tsx'
import { ConflictsDialog } from './conflicts/ConflictsDialog.tsx'
import { FieldsDialog } from './correct/FieldsDialog.tsx'
import { ExportAnnotationsDialog } from './export/ExportAnnotationsDialog.tsx'
import { ExportDialog } from './export/ExportDialog.tsx'
import { ImportedAnnotationsDialog } from './export/ImportedAnnotationsDialog.tsx'
import { ReaderTermDialog } from './glossary/ReaderTermDialog.tsx'
import { useDialog } from './interface/dialog-store.ts'
import { BinDialog } from './library/BinDialog.tsx'
import { ChooseReportDialog } from './library/ChooseReportDialog.tsx'
import { SplitDialog } from './library/SplitDialog.tsx'
import { SettingsDialog } from './settings/SettingsDialog.tsx'
import { SnapshotsDialog } from './snapshots/SnapshotsDialog.tsx'
import { DeleteTagDialog } from './tags/DeleteTagDialog.tsx'
import { RenameTagDialog } from './tags/RenameTagDialog.tsx'

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
    case 'snapshots':
      return <SnapshotsDialog />
    case 'conflicts':
      return <ConflictsDialog />
    case 'fields':
      return <FieldsDialog />
    case 'split':
      return <SplitDialog />
    case 'beside':
    case 'join':
      return <ChooseReportDialog purpose={dialog.kind} />
    case 'rename-tag':
      return <RenameTagDialog path={dialog.tag} />
    case 'delete-tag':
      return <DeleteTagDialog path={dialog.tag} />
    case 'reader-term':
      return <ReaderTermDialog draft={dialog.draft} />
    case 'export':
      return <ExportDialog openReport={dialog.reportId} />
    case 'export-annotations':
      return <ExportAnnotationsDialog format={dialog.format} openReport={dialog.reportId} />
    case 'annotations-imported':
      return <ImportedAnnotationsDialog imported={dialog.imported} />
    default:
      return assertNever(dialog)
  }
}
