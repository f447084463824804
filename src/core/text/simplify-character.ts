import { Converter } from 'opencc-js/t2cn'
import type { FoldCharacter } from './fold.ts'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

/**
 * A traditional character as its simplified one, any other as itself, by OpenCC's tables. One character at a time, so
 * that offsets stay; words that OpenCC would turn as a whole (瞭望, 乾坤) may come out otherwise than in its prose mode.
 */
export const simplifyCharacter: FoldCharacter = (character) => {
  const before = known.get(character)
  if (before !== undefined) return before
  const simplified = convert(character)
  known.set(character, simplified)
  return simplified
}
