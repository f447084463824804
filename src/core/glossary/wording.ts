import { foldKey } from '../text/fold.ts'

/** Words that open a definition and say nothing: 指…, 是指…, 即…. */
const OPENING = /^(?:是指|即指|主要指|指的是|系指|指|即|是)/u

/** A definition reduced to its words: two that fold alike differ in punctuation, width or an opening 指 alone. */
export function foldWording(definition: string): string {
  const words = foldKey(definition).replace(/[\p{P}\p{S}]/gu, '')
  return words.replace(OPENING, '')
}
