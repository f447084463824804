import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDictionary, type DefinitionSource, type Headword } from '../../core/glossary/dictionary.ts'
import { countOtherReports, orderWordings } from './wordings.ts'

/** A headword that reports explain so, in the order of the library, and the reader. */
function headwordOf(given: readonly (readonly [who: string, definition: string])[]): Headword {
  const explain = (definition: string) => ({ number: '1', term: '“五源共治”', definition })
  const headwords = buildDictionary(
    given
      .filter(([who]) => who !== 'mine')
      .map(([reportId, definition]) => ({ reportId, glossary: { entries: [explain(definition)] } })),
    given
      .filter(([who]) => who === 'mine')
      .map(([, definition], index) => ({ id: `mine${index}`, term: '五源共治', definition })),
  )
  const [headword] = headwords
  if (!headword || headwords.length > 1) throw new Error('not one headword')
  return headword
}

const who = (source: DefinitionSource) => (source.by === 'reader' ? 'mine' : source.reportId)

const shown = (headword: Headword, reportId: string) =>
  orderWordings(headword, reportId).map(
    ({ definition, definitions }) => `${definition} ${definitions.map(({ source }) => who(source)).join('+')}`,
  )

describe('orderWordings', () => {
  it.each<
    readonly [
      what: string,
      given: readonly (readonly [string, string])[],
      reportId: string,
      wordings: readonly string[],
    ]
  >([
    [
      'the open report’s own, the reader’s, the most frequent',
      [
        ['a', '甲'],
        ['b', '乙'],
        ['c', '乙'],
        ['here', '丙'],
        ['mine', '丁'],
      ],
      'here',
      ['丙 here', '丁 mine', '乙 b+c', '甲 a'],
    ],
    [
      'one wording where only punctuation and an opening 指 differ',
      [
        ['a', '指五类污染源，协同治理。'],
        ['b', '五类污染源协同治理'],
      ],
      'here',
      ['指五类污染源，协同治理。 a+b'],
    ],
    [
      'shared wordings in the words of the open report, which is named first',
      [
        ['a', '五类污染源协同治理'],
        ['mine', '五类污染源、协同治理'],
        ['here', '指五类污染源，协同治理。'],
      ],
      'here',
      ['指五类污染源，协同治理。 here+mine+a'],
    ],
    [
      'the reader before the other reports of the same wording',
      [
        ['a', '甲。'],
        ['mine', '甲'],
      ],
      'here',
      ['甲 mine+a'],
    ],
    [
      'the order of the library where all are alike',
      [
        ['a', '甲'],
        ['b', '乙'],
        ['c', '丙'],
      ],
      'here',
      ['甲 a', '乙 b', '丙 c'],
    ],
    ['an entry without a definition', [['here', '']], 'here', [' here']],
  ])('has %s', (_what, given, reportId, wordings) => {
    expect(shown(headwordOf(given), reportId)).toEqual(wordings)
  })

  const source = fc.constantFrom('here', 'a', 'b', 'c', 'd', 'mine')
  const given = fc.array(fc.tuple(source, fc.constantFrom('甲', '乙', '丙', '甲。')), { minLength: 1, maxLength: 12 })

  it('keeps every definition once, each with those that say the same, and changes nothing of the headword', () => {
    fc.assert(
      fc.property(given, (definitions) => {
        const headword = headwordOf(definitions)
        const before = structuredClone(headword)
        const wordings = orderWordings(headword, 'here')
        expect(headword).toEqual(before)
        expect(wordings).toHaveLength(headword.wordings)
        const kept = wordings.flatMap((wording) => wording.definitions)
        expect(kept).toHaveLength(headword.definitions.length)
        expect(new Set(kept)).toEqual(new Set(headword.definitions))
        for (const wording of wordings) {
          expect(new Set(wording.definitions.map((definition) => definition.wording)).size).toBe(1)
          expect(wording.definition).toBe(wording.definitions[0]?.definition)
        }
        const rank = (wording: (typeof wordings)[number]) =>
          Math.min(
            ...wording.definitions
              .map((each) => ['here', 'mine'].indexOf(who(each.source)))
              .map((at) => (at < 0 ? 2 : at)),
          )
        const ranks = wordings.map(rank)
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('countOtherReports', () => {
  it.each<readonly [what: string, given: readonly (readonly [string, string])[], count: number]>([
    [
      'all but the open one and the reader',
      [
        ['a', '甲'],
        ['b', '乙'],
        ['here', '甲'],
        ['mine', '丙'],
      ],
      2,
    ],
    ['none where only the open one explains it', [['here', '甲']], 0],
    ['none where only the reader does', [['mine', '甲']], 0],
    [
      'a report once that explains it twice',
      [
        ['a', '甲'],
        ['a', '乙'],
      ],
      1,
    ],
  ])('counts %s', (_what, given, count) => {
    expect(countOtherReports(headwordOf(given), 'here')).toBe(count)
  })
})
