const NUMERALS = [...'一二三四五六七八九十两双']
const NOUNS = [...'高新主翼圈带心轴区极核化治优强转联通特品水路城乡园产业科技人才民生环保能源数字绿色开放共享创新协调']

/** Terms that sound like coinages (三高四新), all different, the same ones each time. */
export function makeTerms(count: number): string[] {
  const terms = new Set<string>()
  for (let seed = 1; terms.size < count; seed++) {
    const digit = (base: number, place: number) => Math.floor(seed / place) % base
    const [a, c] = [NUMERALS[digit(12, 1)], NUMERALS[digit(12, 12 * 47)]]
    const [b, d] = [NOUNS[digit(NOUNS.length, 12)], NOUNS[digit(NOUNS.length, 7)]]
    terms.add(`${a}${b}${c}${d}${seed % 3 === 0 ? (NOUNS[digit(NOUNS.length, 31)] ?? '') : ''}`)
  }
  return [...terms]
}
