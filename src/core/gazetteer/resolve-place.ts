import type { Place } from './place.ts'
import { gazetteerUnits, parentName, type Unit } from './units.ts'
import { bareName } from './short-name.ts'

/** What a report says that tells its place from another of the same name. */
export interface PlaceEvidence {
  readonly meeting: string | null
  readonly titles: readonly string[]
  readonly fileName: string | null
  /** The lines above the speech. */
  readonly bylines: readonly string[]
  /** The speech. */
  readonly text: string
}

/** So many characters of the speech count as its first lines. */
const FIRST_LINES = 400
/** The longest name of a province or city is 克孜勒苏柯尔克孜自治州. */
const LONGEST_PARENT = 12
const KINDS = {
  province: /(?:省|自治区|特别行政区)$/,
  city: /(?:自治州|地区|盟|.{2,}州)$/,
  county: /[县区旗市]$/,
} as const

/**
 * Province, city and county of a region such as 江岸区 or 武汉市江岸区. Where several places share the name, the evidence
 * decides: words that stand before the name, then a province or city that meeting, title, file name or the first lines
 * name. What is not decided stays null. A name that the gazetteer does not know (徐水县) is kept as printed, without a
 * code, with the units that stand before it. Null for what is no province, city or county (国务院, a town).
 */
export function resolvePlace(region: string, evidence: PlaceEvidence): Place | null {
  const { above, name } = splitRegion(region)
  const known = gazetteerUnits().byName.get(name) ?? []
  if (known.length === 0 && !Object.values(KINDS).some((kind) => kind.test(name))) return null
  const strong = [evidence.meeting, ...evidence.titles, evidence.fileName, ...evidence.bylines].filter(
    (words) => words !== null,
  )
  const parent = above ?? firstParent(strong, name)
  const under = known.filter((unit) => parent === null || isWithin(unit, parent))
  const [only, ...others] = parent === null ? decide(under, name, strong, evidence.text) : under
  if (only === undefined) return keepAsPrinted(name, parent ?? namedOnce(strong) ?? firstParent([evidence.text], name))
  if (others.length === 0) return toPlace(only)
  const shared = others.every(({ province }) => province === only.province)
  return { code: null, province: shared ? only.province : null, city: null, county: name }
}

function toPlace({ code, province, city, county }: Unit): Place {
  return { code: code === '' ? null : code, province, city, county }
}

/** Takes provinces and cities from the front of a region: 湖北省武汉市江岸区 → 武汉市 above 江岸区. */
function splitRegion(region: string): { readonly above: Unit | null; readonly name: string } {
  const { byName } = gazetteerUnits()
  let above: Unit | null = null
  let name = region
  while (!byName.has(name)) {
    const next = leadingUnit(name, above)
    if (next === null) break
    above = next
    name = name.slice(nameBefore(name, next).length)
  }
  return { above, name }
}

function leadingUnit(name: string, above: Unit | null): Unit | null {
  for (let length = Math.min(name.length - 2, LONGEST_PARENT); length >= 2; length--) {
    const unit = higherUnit(name.slice(0, length), KINDS_OF_REST.test(name.slice(length)))
    if (unit !== null && (above === null || (unit.city !== null && isWithin(unit, above)))) return unit
  }
  return null
}

const KINDS_OF_REST = /[省市县区旗州盟]$/

function nameBefore(name: string, unit: Unit): string {
  for (let length = Math.min(name.length - 2, LONGEST_PARENT); length >= 2; length--) {
    const words = name.slice(0, length)
    if (higherUnit(words, true) === unit) return words
  }
  return ''
}
