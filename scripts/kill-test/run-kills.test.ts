import { expect, it } from 'vitest'
import { temporaryFolder } from '../../src/library/testing/temporary-folder.ts'
import { Expectation } from './expectation.ts'
import { runKills } from './run-kills.ts'

/** The long run is `npm run test:kill`. */
const KILLS = 25

it('nothing that was acknowledged is lost by a kill at any moment, and every file can be read', {
  timeout: 300_000,
}, async () => {
  const { lost, unreadable, failures, ...figures } = await runKills({
    kills: KILLS,
    seed: Date.now() % 1_000_000,
    folder: temporaryFolder(),
  })
  expect({ lost, unreadable, failures }).toEqual({ lost: [], unreadable: [], failures: [] })
  // It was in the middle of something, or nothing was put to the test.
  expect(figures.kills).toBe(KILLS)
  expect(figures.acknowledged).toBeGreaterThan(KILLS)
  expect(figures.underWay).toBeGreaterThan(0)
})

it('takes what was acknowledged for certain, and what was under way for either', () => {
  const expectation = new Expectation(new Map([['a', '1']]))
  expectation.take({ say: 'try', ticket: 1, cell: 'a', value: '2' })
  expectation.take({ say: 'try', ticket: 2, cell: 'b', value: '7' })
  const lost = (cells: Record<string, string>) => expectation.contradictions(new Map(Object.entries(cells))).length
  expect([lost({ a: '1' }), lost({ a: '2', b: '7' }), lost({ a: '3' }), lost({})]).toEqual([0, 0, 1, 1])
  expectation.take({ say: 'done', ticket: 1 })
  expectation.take({ say: 'done', ticket: 2 })
  expect([lost({ a: '2', b: '7' }), lost({ a: '1', b: '7' }), lost({ a: '2' })]).toEqual([0, 1, 1])
  expect([expectation.acknowledged, expectation.underWay]).toEqual([2, 0])
})
