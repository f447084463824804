import { create } from 'zustand'
import type { TagProgress } from '../../core/library-view.ts'

/** How far the change of tags is that this window waits for. */
export const useTagProgress = create<{ readonly progress: TagProgress | null }>()(() => ({ progress: null }))

export function receiveTagProgress(progress: TagProgress | null): void {
  useTagProgress.setState({ progress })
}
