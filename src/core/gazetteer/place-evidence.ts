import { bareName } from './short-name.ts'
import { findHigherUnit, gazetteerUnits, type Unit } from './units.ts'

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
/** The longest name of a city: 克孜勒苏柯尔克孜自治州, with room. */
export const LONGEST_NAME = 12

/** Meeting, title, file name and the lines above the speech: what speaks of the report itself, the best first. */
export function ownLines({ meeting, titles, fileName, bylines }: PlaceEvidence): readonly string[] {
  return [meeting, ...titles, fileName, ...bylines].filter((words) => words !== null)
}

/** The province or city that stands right before the first occurrence of a name that has one there: 保定市徐水县. */
export function findUnitBefore(name: string, lines: readonly string[]): Unit | null {
  for (const line of lines) {
    for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
      for (let length = Math.min(at, LONGEST_NAME); length >= 2; length--) {
        const unit = findHigherUnit(line.slice(at - length, at))
        if (unit !== null) return unit
      }
    }
  }
  return null
}

/** The one city, or else the one province, that lines name. */
export function findOnlyUnit(name: string, lines: readonly string[]): Unit | null {
  const words = lines.join('\n').replaceAll(name, '\n')
  const named = [...gazetteerUnits().higherByBareName.values()].flat().filter((unit) => words.includes(unit.name))
  const [city, ...cities] = named.filter((unit) => unit.city !== null)
  if (city !== undefined) return cities.length === 0 ? city : null
  return named.length === 1 ? (named[0] ?? null) : null
}

/**
 * Those of several places of one name that the evidence speaks for. Each line narrows what the ones before it left; one
 * that speaks for none changes nothing.
 */
export function narrowByEvidence(units: readonly Unit[], name: string, evidence: PlaceEvidence): readonly Unit[] {
  const clues = [
    ...ownLines(evidence).flatMap((line) => mentions(line.replaceAll(name, '\n'), bareName)),
    ...mentions(evidence.text.slice(0, FIRST_LINES).replaceAll(name, '\n'), (full) => full),
    (unit: Unit) => evidence.text.includes((unit.city ?? unit.province) + name),
  ]
  return clues.reduce((left, clue) => (left.length > 1 ? keepOr(left, clue) : left), units)
}

function mentions(words: string, form: (name: string) => string): ((unit: Unit) => boolean)[] {
  return [({ city }) => city !== null && words.includes(form(city)), ({ province }) => words.includes(form(province))]
}

function keepOr(units: readonly Unit[], clue: (unit: Unit) => boolean): readonly Unit[] {
  const kept = units.filter(clue)
  return kept.length > 0 ? kept : units
}
