import { describe, expect, it, vi } from 'vitest'
import { textsIn } from '../../main/texts.ts'
import { LANGUAGES, type Language } from './settings.ts'

vi.mock('../../renderer/meipi-api.ts', () => ({ meipi: {} }))

/** All that the page says, part by part, and what the main process says. */
const PAGE = import.meta.glob<{ readonly texts: Readonly<Record<Language, unknown>> }>('../../renderer/*/texts.ts', {
  eager: true,
})
const PARTS: readonly (readonly [name: string, texts: Readonly<Record<Language, unknown>>])[] = [
  ['main', { zh: textsIn('zh'), en: textsIn('en') }],
  ...Object.entries(PAGE).map(([path, { texts }]) => [path.split('/').at(-2) ?? path, texts] as const),
]

/** What stands between two sentences: nothing in Chinese. */
const SEPARATORS: readonly string[] = ['reader.between']

/** Words that are the same in both languages: names. */
const NAMES = {
  /** English that has Chinese characters. */
  en: ['interface.appName', 'settings.languages.zh'],
  /** Chinese that has none. The keys of a keyboard are called what is printed on them; units are written as they are. */
  zh: ['settings.languages.en', 'snapshots.size', /^commands\.pageKeys\.\d+\.0$/],
} as const

const HAN = /\p{Script=Han}/u
/** Punctuation as wide as a Chinese character. */
const WIDE = /[\u3000-\u303f\uff00-\uffef]/u

type Say = (...given: readonly unknown[]) => unknown

function isSay(value: unknown): value is Say {
  return typeof value === 'function'
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

interface Phrase {
  readonly name: string
  readonly zh: unknown
  readonly en: unknown
}

/** What a part says at each of its places, in both languages. */
function phrasesOf(name: string, zh: unknown, en: unknown): Phrase[] {
  if (!isRecord(zh) || !isRecord(en)) return [{ name, zh, en }]
  const places = new Set([...Object.keys(zh), ...Object.keys(en)])
  return [...places].flatMap((place) => phrasesOf(`${name}.${place}`, Reflect.get(zh, place), Reflect.get(en, place)))
}

/** Two values of each type that something can be said of. Which one a phrase takes is not known when it runs. */
const SAMPLES: readonly (readonly [unknown, unknown])[] = [
  [1, 3000],
  ['Abc', 'Xyz'],
  [new Date(2024, 0, 4, 9, 30), new Date(2025, 5, 6, 18, 45)],
  [['txt'], ['txt', 'md']],
]

/** What a phrase says of something; null where it cannot be said of such a thing. */
function say(phrase: Say, given: readonly unknown[]): string | null {
  try {
    const said = phrase(...given)
    return typeof said === 'string' ? said : null
  } catch {
    return null
  }
}

/** All that a phrase says: itself, or what it says of each sample. */
function wordsOf(phrase: unknown): string[] {
  if (!isSay(phrase)) return [typeof phrase === 'string' ? phrase : '']
  return SAMPLES.flatMap((samples) => samples.flatMap((sample) => say(phrase, [sample, sample, sample]) ?? []))
}

/** What a phrase says without what it was given to say. */
function ownWordsOf(phrase: unknown): string[] {
  // The longest first: one may stand in another.
  const given = [...SAMPLES.flat().map(String), 'NaN'].sort((a, b) => b.length - a.length)
  return wordsOf(phrase).map((said) =>
    isSay(phrase) ? given.reduce((own, sample) => own.replaceAll(sample, ''), said) : said,
  )
}

/** Whether each of a phrase's arguments makes a difference to what it says. */
function saysAll(phrase: unknown, given: number): boolean {
  if (!isSay(phrase)) return given === 0
  return Array.from({ length: given }, (_, place) => place).every((place) =>
    SAMPLES.some(([one, other]) => {
      const ones = Array.from({ length: given }, () => one)
      return say(phrase, ones) !== say(phrase, ones.with(place, other))
    }),
  )
}

function isNamed(name: string, language: Language): boolean {
  return NAMES[language].some((known) => (typeof known === 'string' ? known === name : known.test(name)))
}

it('knows all parts of the interface', () => {
  expect(PARTS.map(([name]) => name).sort()).toEqual([
    'commands',
    'conflicts',
    'correct',
    'export',
    'glossary',
    'interface',
    'library',
    'main',
    'notes',
    'reader',
    'settings',
    'snapshots',
    'tags',
    'tray',
    'troubles',
  ])
})

describe.each(PARTS)('what %s says', (part, { zh: chinese, en: english }) => {
  const phrases = phrasesOf(part, chinese, english)
  /** The places where a law is broken. */
  const broken = (isBroken: (phrase: Phrase) => boolean) => phrases.filter(isBroken).map(({ name }) => name)

  it.each(LANGUAGES)('is never nothing (%s)', (language) => {
    expect(
      broken((phrase) => {
        if (SEPARATORS.includes(phrase.name)) return false
        const words = wordsOf(phrase[language])
        return words.length === 0 || words.some((said) => said.trim() === '')
      }),
    ).toEqual([])
  })

  it.each(LANGUAGES)('says all that it is given (%s)', (language) => {
    const argumentsOf = (phrase: unknown) => (isSay(phrase) ? phrase.length : 0)
    expect(
      broken(({ zh, en, ...names }) => {
        const given = Math.max(argumentsOf(zh), argumentsOf(en))
        return !saysAll({ ...names, zh, en }[language], given)
      }),
    ).toEqual([])
  })

  it('has nothing Chinese in English, names apart', () => {
    expect(
      broken(({ name, en }) => {
        const words = wordsOf(en).join('')
        return WIDE.test(words) || HAN.test(words) !== isNamed(name, 'en')
      }),
    ).toEqual([])
  })

  it('is Chinese in Chinese, or signs alone, names apart', () => {
    expect(
      broken(({ name, zh }) => {
        const latin = ownWordsOf(zh).some((own) => /\p{L}/u.test(own) && !HAN.test(own))
        return latin && !isNamed(name, 'zh')
      }),
    ).toEqual([])
  })

  it('has Chinese punctuation in Chinese', () => {
    // The letter that a menu opens with stands in brackets of ASCII, as Windows writes them.
    const words = (zh: unknown) => ownWordsOf(zh).map((said) => said.replace(/\(&[A-Z]\)$/, ''))
    expect(
      broken(({ zh }) => words(zh).some((said) => /\p{Script=Han}[,;:?!()"]|[,;:?!()"]\p{Script=Han}/u.test(said))),
    ).toEqual([])
  })
})
