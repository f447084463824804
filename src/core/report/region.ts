/** Ends of the names of administrative units, the longer first. 州 and 盟 end a name but seldom stand before another. */
const UNIT_END = /(?:自治区|特别行政区|自治州|自治县|自治旗|地区|省|市|县|区|旗|州|盟|镇|乡)$/
const HIGHER_UNIT = /自治区|自治州|地区|省|市|州|盟/g

/**
 * The last unit of a name that may begin with the units above it: 示例省甲市乙区 → 乙区. Null where it does not end like
 * a unit or is only the kind of unit (市, 全区). Names that hold such a character (市中区, 津市市, 沧州市) stay whole.
 */
export function lastUnit(name: string): string | null {
  if (!UNIT_END.test(name)) return null
  let rest = name
  for (;;) {
    const cut = findCut(rest)
    if (cut === null) break
    rest = rest.slice(cut)
  }
  return rest.length < 2 || /^(?:全|我|本|各|该|新)?(?:自治)?[省市县区州旗盟镇乡]$/.test(rest) || rest === '自治区'
    ? null
    : rest
}

function findCut(name: string): number | null {
  for (const match of name.matchAll(HIGHER_UNIT)) {
    const end = match.index + match[0].length
    // 沧州市 is no 市 of 沧州: a 州 of two characters is a city's name.
    const least = match[0] === '州' ? 3 : 2
    if (end >= least && match.index > 0 && name.length - end >= 2 && UNIT_END.test(name.slice(end))) return end
  }
  return null
}

const GOVERNMENT = /(\p{Script=Han}{2,14})政府/gu
/** Words of a sentence before a name. */
const BEFORE_NAME = /^.*(?:代表|[向由和与在的届是从过得经受请到对及为将把按对])/u
/** No name holds these: 市委市政府, 全区, 各级, 新一届. */
const NO_NAME = /[委党级届各我全本该两]|^(?:中央|国家|地方|人民|基层)/u
const PROVINCES =
  /^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省$/

/**
 * How often a text names each unit before 政府; 我代表示例区人民政府 counts most. Words that only sound like a name
 * (通过省政府, 各区政府) are left out.
 */
export function countGovernments(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const match of text.matchAll(GOVERNMENT)) {
    const before = match[1] ?? ''
    const unit = lastUnit(before.replace(/人民$/u, '').replace(BEFORE_NAME, ''))
    if (unit === null || NO_NAME.test(unit) || unit.length > 12 || unit.length < 3) continue
    if (unit.endsWith('省') && !PROVINCES.test(unit)) continue
    const weight = before.includes('代表') ? 10 : 1
    counts.set(unit, (counts.get(unit) ?? 0) + weight)
  }
  return new Map([...counts].filter(([, count]) => count >= 2))
}
