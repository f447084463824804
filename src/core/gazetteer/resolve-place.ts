import type { Place } from './place.ts'
import {
  findOnlyUnit,
  findUnitBefore,
  LONGEST_NAME,
  narrowByEvidence,
  ownLines,
  type PlaceEvidence,
} from './place-evidence.ts'
import { findHigherUnit, gazetteerUnits, isWithin, type Unit } from './units.ts'

const PROVINCE = /(?:省|自治区|特别行政区)$/
/** Prefectures that are no 市. Of an unknown 市 it cannot be told; most of those that are gone were counties. */
const CITY = /(?:地区|自治州|盟|.{2}州)$/
const COUNTY = /.[县区旗市]$/

/**
 * Province, city and county of a region such as 江岸区 or 武汉市江岸区. Where several places share the name, the evidence
 * decides: words right before the name, then a province or city that meeting, title, file name or the first lines name.
 * What is not decided stays null. A name that the gazetteer does not know there (徐水县) is kept as printed, without a
 * code. Null for what is no province, city or county: 国务院, a town.
 */
export function resolvePlace(region: string, evidence: PlaceEvidence): Place | null {
  const { above, name } = splitRegion(region)
  const known = gazetteerUnits().byName.get(name) ?? []
  if (known.length === 0 && ![PROVINCE, CITY, COUNTY].some((kind) => kind.test(name))) return null
  const lines = ownLines(evidence)
  const parent = above ?? findUnitBefore(name, lines)
  const candidates =
    parent === null
      ? known
      : known.filter((unit) => (unit.city === null && unit.county === null ? unit !== parent : isWithin(unit, parent)))
  const [only, ...others] = narrowByEvidence(candidates, name, evidence)
  if (only === undefined) {
    return keepAsPrinted(name, parent ?? findOnlyUnit(name, lines) ?? findUnitBefore(name, [evidence.text]))
  }
  if (others.length === 0) return { code: only.code, province: only.province, city: only.city, county: only.county }
  const province = others.every((unit) => unit.province === only.province) ? only.province : null
  return { code: null, province, city: null, county: name }
}

/** Takes provinces and cities from the front of a region: 湖北省武汉市江岸区 is 江岸区 in 武汉市. */
function splitRegion(region: string): { readonly above: Unit | null; readonly name: string } {
  let above: Unit | null = null
  let name = region
  while (!gazetteerUnits().byName.has(name)) {
    const leading = findLeadingUnit(name, above)
    if (leading === null) break
    above = leading.unit
    name = name.slice(leading.length)
  }
  return { above, name }
}

function findLeadingUnit(name: string, above: Unit | null): { readonly unit: Unit; readonly length: number } | null {
  for (let length = Math.min(name.length - 2, LONGEST_NAME); length >= 2; length--) {
    const unit = findHigherUnit(name.slice(0, length))
    if (unit === null || (above !== null && !isWithin(unit, above))) continue
    // 长春新区 is a name of its own, 长春朝阳区 is 朝阳区 in 长春.
    const isFullName = unit.name === name.slice(0, length)
    const rest = gazetteerUnits().byName.get(name.slice(length)) ?? []
    const isCounty = rest.some((each) => isWithin(each, unit))
    if (isFullName || isCounty || findLeadingUnit(name.slice(length), unit) !== null) return { unit, length }
  }
  return null
}

function keepAsPrinted(name: string, parent: Unit | null): Place {
  if (PROVINCE.test(name)) return { code: null, province: name, city: null, county: null }
  const province = parent?.province ?? null
  if (CITY.test(name)) return { code: null, province, city: name, county: null }
  return { code: null, province, city: parent?.city ?? null, county: name }
}
