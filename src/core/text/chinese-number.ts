const DIGITS = '〇一二三四五六七八九'
const VARIANTS: Readonly<Record<string, number>> = { 零: 0, 两: 2, '○': 0, Ｏ: 0, O: 0, o: 0, '0': 0 }

/**
 * Reads a number below one hundred written in Chinese numerals, or digits said one by one (years): 二十五 → 25,
 * 十 → 10, 二〇一〇 → 2010. Null where it is neither.
 */
export function parseChineseNumber(text: string): number | null {
  const tens = text.indexOf('十')
  if (tens < 0) return parseDigits(text)
  const high = tens === 0 ? 1 : parseDigits(text.slice(0, tens))
  const low = tens === text.length - 1 ? 0 : parseDigits(text.slice(tens + 1))
  return high === null || low === null || high > 9 || low > 9 ? null : high * 10 + low
}

/** Reads ASCII digits, full-width digits or Chinese numerals; null for anything else. */
export function parseAnyNumber(text: string): number | null {
  const ascii = text.normalize('NFKC')
  return /^\d{1,6}$/.test(ascii) ? Number(ascii) : parseChineseNumber(text)
}

function parseDigits(text: string): number | null {
  if (text === '' || text.length > 6) return null
  let value = 0
  for (const char of text) {
    const digit = VARIANTS[char] ?? DIGITS.indexOf(char)
    if (digit < 0) return null
    value = value * 10 + digit
  }
  return value
}
