import { polyphonic } from 'pinyin-pro'
import { foldKey } from './fold.ts'

/** What one character can be typed as. */
interface Typing {
  /** Pinyin of each reading without tones, v for ü; a Latin letter or digit as itself. */
  readonly readings: readonly string[]
  /** The readings and the shorter forms of them: their first letter, and zh, ch, sh. */
  readonly forms: readonly string[]
}

const LETTERS = /^[a-z0-9]+$/
const known = new Map<string, Typing>()

/**
 * Whether what a reader typed is pinyin for characters of the text that stand side by side: by first letters (wygz), in
 * full (wuyuan), or both mixed; the last syllable may be unfinished. Any reading of a character counts (重: z or c), ü is
 * typed v or u. Case, spaces and apostrophes make no difference. Nothing typed matches everything, hanzi match nothing.
 */
export function matchesPinyin(text: string, typed: string): boolean {
  const sought = foldKey(typed).replaceAll('ü', 'v')
  if (sought === '') return typed.trim() === ''
  if (!LETTERS.test(sought)) return false
  // How far each run that is still open has come in what was typed.
  let open = new Set<number>()
  for (const character of foldKey(text)) {
    const { readings, forms } = typingOf(character)
    if (readings.length === 0) continue
    const next = new Set<number>()
    for (const at of open.add(0)) {
      const rest = sought.slice(at)
      if (readings.some((reading) => reading.startsWith(rest))) return true
      for (const form of forms) if (rest.startsWith(form)) next.add(at + form.length)
    }
    open = next
  }
  return false
}

/** Nothing can be typed for punctuation, or for a character that has no known reading. */
function typingOf(character: string): Typing {
  const before = known.get(character)
  if (before !== undefined) return before
  const all = polyphonic(character, { toneType: 'none', type: 'array', v: true }).flat()
  const readings = [...new Set(all.flatMap((reading) => [reading, reading.replace('v', 'u')]))].filter((reading) =>
    LETTERS.test(reading),
  )
  const short = readings.flatMap((reading) => /^(?:[zcs]h|.)/.exec(reading)?.[0] ?? [])
  const forms = [...new Set([...readings, ...short, ...readings.map((reading) => reading.charAt(0))])]
  const typing = { readings, forms }
  known.set(character, typing)
  return typing
}
