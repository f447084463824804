import type { CommandId } from '../../core/commands.ts'
import { DEFAULT_SETTINGS, TEXT_SIZES, ZOOM } from '../../core/settings/settings.ts'
import { openBlockMenuHere } from '../correct/block-menu-store.ts'
import { exportDocx, exportPdf, openAnnotationsExport, openExport, printReport } from '../export/export-command.ts'
import { importAnnotations } from '../export/import-annotations.ts'
import { openDialog } from '../interface/dialog-store.ts'
import { showTab, toggleFocusMode, togglePanel } from '../interface/layout-store.ts'
import { chooseAndOpen } from '../library/open-files.ts'
import { removeOpenReport } from '../library/remove-report.ts'
import { meipi } from '../meipi-api.ts'
import { openFind } from '../reader/find-store.ts'
import { useReader } from '../reader/reader-store.ts'
import { goBack, goForward } from '../reader/trail.ts'
import { changeSettings, useSettings } from '../settings/settings-store.ts'
import { showAllTags, showNotes } from '../tags/tag-view-store.ts'
import { chooseEdition } from '../tray/edition-acts.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import { copyLinkAtHand, copyMarkdownAtHand } from './copy-at-hand.ts'
import { redo, undo } from './undo-commands.ts'

/** What each command does. */
const RUN: Readonly<Record<CommandId, () => void>> = {
  'open-files': () => void chooseAndOpen(),
  'new-window': () => void meipi.openWindow(null),
  'side-by-side': () => openDialog({ kind: 'beside' }),
  'replace-text': chooseEdition,
  'join-reports': () => openDialog({ kind: 'join' }),
  'split-report': () => openDialog({ kind: 'split' }),
  'export-notes': () => void openExport(),
  'export-annotations': () => void openAnnotationsExport('w3c'),
  'export-table': () => void openAnnotationsExport('csv'),
  'import-annotations': () => void importAnnotations(),
  'export-pdf': () => void exportPdf(),
  'export-docx': () => void exportDocx(),
  print: () => void printReport(),
  'remove-report': () => void removeOpenReport(),
  bin: () => openDialog({ kind: 'bin' }),
  snapshots: () => openDialog({ kind: 'snapshots' }),
  undo,
  redo,
  'copy-markdown': copyMarkdownAtHand,
  'copy-link': copyLinkAtHand,
  find: openFind,
  palette: () => openDialog({ kind: 'palette' }),
  back: goBack,
  forward: goForward,
  'toggle-library': () => togglePanel('library'),
  'toggle-sidebar': () => togglePanel('sidebar'),
  'focus-mode': toggleFocusMode,
  'show-outline': () => showTab('outline'),
  'show-terms': () => showTab('terms'),
  'show-notes': showNotes,
  'show-tags': showAllTags,
  'larger-text': () => resizeText(TEXT_SIZES.step),
  'smaller-text': () => resizeText(-TEXT_SIZES.step),
  'normal-text': () => void changeSettings({ textSize: DEFAULT_SETTINGS.textSize }),
  'zoom-in': () => zoomBy(ZOOM.step),
  'zoom-out': () => zoomBy(-ZOOM.step),
  'zoom-normal': () => void changeSettings({ zoom: DEFAULT_SETTINGS.zoom }),
  'correct-report': () => openDialog({ kind: 'fields' }),
  'correct-block': openBlockMenuHere,
  settings: () => openDialog({ kind: 'settings' }),
  shortcuts: () => openDialog({ kind: 'shortcuts' }),
}

/** Commands that do nothing where no report is open. */
const NEEDS_REPORT: ReadonlySet<CommandId> = new Set([
  'side-by-side',
  'replace-text',
  'join-reports',
  'split-report',
  'export-pdf',
  'export-docx',
  'print',
  'remove-report',
  'copy-markdown',
  'copy-link',
  'find',
  'show-outline',
  'show-terms',
  'show-notes',
  'show-tags',
  'correct-report',
  'correct-block',
])

/** Commands that change the library. */
const NEEDS_WRITING: ReadonlySet<CommandId> = new Set([
  'replace-text',
  'open-files',
  'join-reports',
  'split-report',
  'remove-report',
  'correct-report',
  'correct-block',
])

export function runCommand(id: CommandId): void {
  if (!isRunnable(id) || (NEEDS_WRITING.has(id) && refuseIfReadOnly())) return
  RUN[id]()
}

/** Whether a command does something now. */
export function isRunnable(id: CommandId): boolean {
  return !NEEDS_REPORT.has(id) || useReader.getState().reading !== null
}

function resizeText(by: number): void {
  const size = useSettings.getState().settings.textSize + by
  if (size >= TEXT_SIZES.least && size <= TEXT_SIZES.most) void changeSettings({ textSize: size })
}

function zoomBy(step: number): void {
  // Tenths, which binary fractions are not.
  const zoom = Math.round((useSettings.getState().settings.zoom + step) * 10) / 10
  if (zoom >= ZOOM.least && zoom <= ZOOM.most) void changeSettings({ zoom })
}
