import { create } from 'zustand'
import type { ExportProgress } from '../../core/export/export-view.ts'

/** How far the export is that this window waits for; null while there is none. */
export const useExportProgress = create<{ readonly progress: ExportProgress | null }>()(() => ({ progress: null }))
