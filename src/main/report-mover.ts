import type { BrowserWindow } from 'electron'
import { ReaderProblem } from './reader-problem.ts'
import type { ReadingRoom } from './reading-room.ts'

/** Does what ends reports as they are. Rejects with a `ReaderProblem` while another window shows one of them. */
export type MoveReports = <T>(window: BrowserWindow, reportIds: readonly string[], act: () => Promise<T>) => Promise<T>

/** For acts that end reports as they are: every window learns of them, and none shows them any more. */
export function reportMover({ windows, libraryChanged }: Pick<ReadingRoom, 'windows' | 'libraryChanged'>): MoveReports {
  const { registry } = windows
  return async (window, reportIds, act) => {
    if (registry.isShownElsewhere(reportIds, window))
      throw new ReaderProblem('open-elsewhere', '这份报告正在另一个窗口中打开。请先关闭那个窗口，再试一次。')
    try {
      const done = await act()
      registry.releaseReports(reportIds)
      return done
    } finally {
      // What fails half-way may have changed the list too.
      libraryChanged()
    }
  }
}
