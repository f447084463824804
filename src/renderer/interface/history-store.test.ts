import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Act,
  forgetOverdue,
  forgetOverdueRedo,
  recordAct,
  redoAct,
  showHistoryOf,
  takeActBack,
  undoAct,
  useHistory,
} from './history-store.ts'

/** Something that acts change. */
let shown = ''

/** Does something, and writes down how to take it back. */
function act(value: string, more: Pick<Act, 'joins' | 'kind'> = {}): void {
  const before = shown
  shown = value
  recordAct({
    label: value,
    undo: () => {
      shown = before
    },
    redo: () => {
      shown = value
    },
    ...more,
  })
}

beforeEach(() => {
  useHistory.setState({ done: [], undone: [] })
  shown = ''
})

describe('undo and redo', () => {
  it('take back and do again, the last act first, and say which', () => {
    act('甲')
    act('乙')
    expect([undoAct()?.label, shown]).toEqual(['乙', '甲'])
    expect([undoAct()?.label, shown]).toEqual(['甲', ''])
    expect([redoAct()?.label, shown]).toEqual(['甲', '甲'])
    expect([redoAct()?.label, shown]).toEqual(['乙', '乙'])
  })

  it('do nothing where there is nothing', () => {
    expect([undoAct(), redoAct()]).toEqual([null, null])
    act('甲')
    expect(redoAct()).toBeNull()
    undoAct()
    expect(undoAct()).toBeNull()
    expect(shown).toBe('')
  })

  it('forget what was undone as soon as something else is done', () => {
    act('甲')
    act('乙')
    undoAct()
    act('丙')
    expect(redoAct()).toBeNull()
    expect([undoAct()?.label, undoAct()?.label, undoAct()]).toEqual(['丙', '甲', null])
    expect(shown).toBe('')
  })

  it('leave alone what somebody else made of it since, either way', () => {
    let words = '甲'
    recordAct({
      label: '甲',
      undo: () => null,
      redo: () => null,
      stands: () => words === '甲',
      isBack: () => words === '',
    })
    expect(forgetOverdue()).toBeNull()
    undoAct()
    words = '别处写的'
    expect(forgetOverdueRedo()?.label).toBe('甲')
    expect(redoAct()).toBeNull()
    recordAct({ label: '乙', undo: () => null, stands: () => words === '乙' })
    expect(forgetOverdue()?.label).toBe('乙')
    expect(undoAct()).toBeNull()
  })

  it('cannot do again what is to be decided anew, nor what came after it', () => {
    act('甲')
    recordAct({ label: '取舍', undo: () => null })
    act('乙')
    undoAct()
    undoAct()
    expect(redoAct()).toBeNull()
    expect(undoAct()?.label).toBe('甲')
  })

  it('take one act back after others, once', () => {
    act('甲')
    const first = useHistory.getState().done[0]
    if (!first) throw new Error('nothing was written down')
    act('乙')
    takeActBack(first)
    expect([shown, useHistory.getState().done.map(({ label }) => label)]).toEqual(['', ['乙']])
    act('丙')
    const last = useHistory.getState().done.at(-1)
    if (last) takeActBack(last)
    expect([shown, redoAct()?.label]).toEqual(['', '丙'])
  })

  it('keep what an act was', () => {
    act('删', { kind: 'deletion' })
    expect(useHistory.getState().done.at(-1)?.kind).toBe('deletion')
    expect(undoAct()?.kind).toBe('deletion')
    expect(useHistory.getState().done).toEqual([])
  })
})

describe('acts that join', () => {
  it('are undone and done again as one', () => {
    act('此', { joins: '注1' })
    act('此段', { joins: '注1' })
    act('此段好', { joins: '注1' })
    expect(useHistory.getState().done).toHaveLength(1)
    undoAct()
    expect(shown).toBe('')
    redoAct()
    expect(shown).toBe('此段好')
  })

  it.each<readonly [what: string, between: () => void]>([
    ['another key', () => act('乙', { joins: '注2' })],
    ['an act without a key', () => act('乙')],
  ])('do not join over %s', (_what, between) => {
    act('甲', { joins: '注1' })
    between()
    act('丙', { joins: '注1' })
    expect(useHistory.getState().done).toHaveLength(3)
    undoAct()
    expect(shown).toBe('乙')
  })

  it('never are those without a key', () => {
    act('甲')
    act('乙')
    undoAct()
    expect(shown).toBe('甲')
  })

  it('forget what was undone, as every act does', () => {
    act('甲', { joins: '注1' })
    act('乙')
    undoAct()
    act('丙', { joins: '注1' })
    expect(redoAct()).toBeNull()
    undoAct()
    expect(shown).toBe('')
  })
})

describe('the history of a report', () => {
  it('waits while another one is read', () => {
    showHistoryOf('洪湖', null)
    act('甲')
    showHistoryOf('云汀', '洪湖')
    expect(undoAct()).toBeNull()
    act('乙')
    undoAct()
    showHistoryOf('洪湖', '云汀')
    expect(redoAct()).toBeNull()
    expect([undoAct()?.label, shown]).toEqual(['甲', ''])
    showHistoryOf('云汀', '洪湖')
    expect(redoAct()?.label).toBe('乙')
  })

  it('goes on where a report is opened anew', () => {
    showHistoryOf('青禾', null)
    act('甲')
    showHistoryOf('青禾', '青禾')
    expect(undoAct()?.label).toBe('甲')
  })
})

describe('every history', () => {
  type Step = readonly ['do', joins: string | null] | readonly ['undo'] | readonly ['redo']
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(null, null, 'a', 'b').map((joins): Step => ['do', joins]) },
    { weight: 2, arbitrary: fc.constant<Step>(['undo']) },
    { weight: 2, arbitrary: fc.constant<Step>(['redo']) },
  )

  it('shows what a list of all that was shown has at its place', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        useHistory.setState({ done: [], undone: [] })
        shown = ''
        // What was shown after each act, and the key of that act.
        let states: { readonly value: string; readonly joins: string | null }[] = [{ value: '', joins: null }]
        let at = 0
        steps.forEach(([what, joins = null], index) => {
          if (what === 'do') {
            const joined = joins !== null && at > 0 && states[at]?.joins === joins
            states = [...states.slice(0, joined ? at : at + 1), { value: String(index), joins }]
            at = states.length - 1
            act(String(index), joins === null ? {} : { joins })
          } else if (what === 'undo') {
            expect(undoAct() === null).toBe(at === 0)
            at = Math.max(0, at - 1)
          } else {
            expect(redoAct() === null).toBe(at === states.length - 1)
            at = Math.min(states.length - 1, at + 1)
          }
          expect(shown).toBe(states[at]?.value)
        })
        while (undoAct()) at--
        expect([shown, at]).toEqual(['', 0])
        while (redoAct()) at++
        expect([shown, at]).toEqual([states.at(-1)?.value, states.length - 1])
      }),
      { numRuns: 300 },
    )
  })

  it('leaves an act that is refused where it is', () => {
    let isRefused = true
    recordAct({ label: '甲', undo: () => !isRefused, redo: () => !isRefused })
    expect(undoAct()).toBeNull()
    isRefused = false
    expect(undoAct()?.label).toBe('甲')
    isRefused = true
    expect(redoAct()).toBeNull()
    isRefused = false
    expect(redoAct()?.label).toBe('甲')
  })
})
