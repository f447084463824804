import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SETTINGS,
  FONTS,
  LANGUAGES,
  settingsChangeSchema,
  settingsSchema,
  TERM_MARKS,
  TEXT_SIZES,
  THEMES,
} from './settings.ts'

describe('settings', () => {
  it('begin with what can be chosen, in Chinese', () => {
    expect(settingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS)
    expect(DEFAULT_SETTINGS.language).toBe('zh')
  })

  it.each(Object.keys(DEFAULT_SETTINGS))('are refused as a whole without %s', (field) => {
    expect(settingsSchema.safeParse({ ...DEFAULT_SETTINGS, [field]: undefined }).success).toBe(false)
  })

  it('can be stepped through from the smallest letters to the largest, past those of the beginning', () => {
    expect((TEXT_SIZES.most - TEXT_SIZES.least) % TEXT_SIZES.step).toBe(0)
    expect((DEFAULT_SETTINGS.textSize - TEXT_SIZES.least) % TEXT_SIZES.step).toBe(0)
  })
})

describe('a change of settings', () => {
  it.each([
    ['a theme', { theme: 'night' }],
    ['the smallest letters', { textSize: TEXT_SIZES.least }],
    ['the largest letters', { textSize: TEXT_SIZES.most }],
    ['several at once', { language: 'en', citeCopies: false }],
    ['none', {}],
  ])('takes %s, and nothing else comes with it', (_what, change) => {
    expect(settingsChangeSchema.parse(change)).toEqual(change)
  })

  it.each([
    ['an unknown theme', { theme: 'neon' }],
    ['a theme by its Chinese name', { theme: '护眼' }],
    ['an unknown font', { font: 'Comic Sans' }],
    ['letters too small', { textSize: TEXT_SIZES.least - 1 }],
    ['letters too large', { textSize: TEXT_SIZES.most + 1 }],
    ['a size between two', { textSize: 18.5 }],
    ['no number for a size', { textSize: Number.NaN }],
    ['a size in words', { textSize: '18' }],
    ['an unknown language', { language: 'zh-TW' }],
    ['an unknown choice of marks', { termMarks: 'some' }],
    ['a word for yes', { citeCopies: 'yes' }],
    ['null', { theme: null }],
    ['no record', []],
  ])('refuses %s', (_what, change) => {
    expect(settingsChangeSchema.safeParse(change).success).toBe(false)
  })

  it('brings in nothing that is no setting', () => {
    expect(settingsChangeSchema.parse({ theme: 'paper', libraryFolder: '/' })).toEqual({ theme: 'paper' })
  })

  it('keeps settings valid, whatever is changed to what can be chosen', () => {
    const change = fc.record(
      {
        theme: fc.constantFrom(...THEMES),
        font: fc.constantFrom(...FONTS),
        textSize: fc.integer({ min: TEXT_SIZES.least, max: TEXT_SIZES.most }),
        language: fc.constantFrom(...LANGUAGES),
        termMarks: fc.constantFrom(...TERM_MARKS),
        citeCopies: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(change, (some) => {
        const changed = { ...DEFAULT_SETTINGS, ...settingsChangeSchema.parse(some) }
        expect(settingsSchema.parse(changed)).toEqual({ ...DEFAULT_SETTINGS, ...some })
      }),
    )
  })
})
