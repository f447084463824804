import { create } from 'zustand'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange, settingsSchema } from '../../core/settings/settings.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'

/** How the reader likes to read. The main process keeps it; every window shows the same. */
export const useSettings = create<{ readonly settings: Settings }>()(() => ({ settings: DEFAULT_SETTINGS }))

export function receiveSettings(settings: Settings): void {
  // While something is being changed here, the answer to that says how it is.
  if (changing === 0) useSettings.setState({ settings })
}

/** Changes that are on their way. */
let changing = 0

/** Changes some settings: at once in this window, then for good. What could not be kept is told, and not shown as if it were. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const before = useSettings.getState().settings
  useSettings.setState({ settings: settingsSchema.parse({ ...before, ...change }) })
  changing += 1
  const answer = await meipi.changeSettings(change)
  changing -= 1
  if (!answer.ok) {
    useSettings.setState({ settings: before })
    tell(describeProblem(answer.problem))
  } else receiveSettings(answer.value)
}
