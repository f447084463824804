import type { Language } from '../../core/settings/settings.ts'
import { useSettings } from '../settings/settings-store.ts'

/** What one part of the interface says, in each language. Both have the same shape, which the compiler sees to. */
export type Texts<T> = Readonly<Record<Language, T>>

/** Pairs the Chinese texts of a part of the interface with the English ones. */
export function defineTexts<T>(zh: T, en: NoInfer<T>): Texts<T> {
  return { zh, en }
}

/** The texts in the reader's language; a component that uses them is drawn anew when the language changes. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useSettings((state) => state.settings.language)]
}

/** The texts in the reader's language at this moment, for what is said once. */
export function textsNow<T>(texts: Texts<T>): T {
  return texts[useSettings.getState().settings.language]
}
