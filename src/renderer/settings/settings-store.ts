import { create } from 'zustand'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange, settingsSchema } from '../../core/settings/settings.ts'
import { meipi } from '../meipi-api.ts'

/** How the reader likes to read. The main process keeps it; every window shows the same. */
export const useSettings = create<{ readonly settings: Settings }>()(() => ({ settings: DEFAULT_SETTINGS }))

export function receiveSettings(settings: Settings): void {
  useSettings.setState({ settings })
}

/** Changes some settings: at once in this window, then for good. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const before = useSettings.getState().settings
  receiveSettings(settingsSchema.parse({ ...before, ...change }))
  const answer = await meipi.changeSettings(change)
  // What could not be kept is not shown as if it were.
  receiveSettings(answer.ok ? answer.value : before)
}
