import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTermMatcher } from '../../core/glossary/term-matcher.ts'
import { foldKey } from '../../core/text/fold.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { countPlaces } from './count-places.ts'
import { FoldedSource } from './folded-source.ts'

/** What folding does something to, and what it leaves alone; few enough that terms are found. */
const CHARACTERS = ['五', '源', '五', '源', 'a', 'A', 'ａ', '1', '１', '“', '」', ' ', '\n', '𠮷', 'İ', '\u200b', '。']
const words = (most: number) =>
  fc.array(fc.constantFrom(...CHARACTERS), { maxLength: most }).map((characters) => characters.join(''))

/** Stretches of a text in order, disjoint, some with gaps between them. */
const stretches = (text: string) =>
  fc
    .uniqueArray(fc.nat(text.length), { maxLength: 8 })
    .map((edges) => edges.sort((a, b) => a - b))
    .map((edges) =>
      edges.flatMap((start, index) => (index % 3 === 2 ? [] : [toSourceRange(start, edges[index + 1] ?? start)])),
    )

const cases = words(60).chain((text) => fc.tuple(fc.constant(text), stretches(text), words(4)))

describe('countPlaces', () => {
  it('finds what the term matcher finds', () => {
    fc.assert(
      fc.property(cases, ([text, body, term]) => {
        const key = foldKey(term)
        fc.pre(key.length >= 2)
        // Neither the source nor a block is ever cut within a character.
        fc.pre(body.every(({ start, end }) => [start, end].every((edge) => !/[\udc00-\udfff]/.test(text.charAt(edge)))))
        const match = compileTermMatcher([term])
        const hits = body.flatMap((block) => match(text, block))
        const source = new FoldedSource(text)
        const found = countPlaces(
          source,
          body.map((block) => source.toFolded(block)),
          key,
        )
        expect(found?.count ?? 0).toBe(hits.length)
        if (hits[0]) expect(found?.first).toEqual({ start: hits[0].start, end: hits[0].end })
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['5G', '15G和5G', 4, 1],
    ['5G', '5G 15项，5Ｇ', 0, 2],
    ['五源', '“五 源”五源五', 1, 2],
    ['五五', '五五五五五', 0, 2],
  ])('counts %s in %s', (term, text, start, count) => {
    const source = new FoldedSource(text)
    const body = [source.toFolded(toSourceRange(0, text.length))]
    expect(countPlaces(source, body, foldKey(term))).toMatchObject({ count, first: { start } })
  })

  it('keeps little besides the text itself', () => {
    const source = new FoldedSource('坚持“五源共治”，空气质量持续改善。'.repeat(1000))
    expect(source.size).toBeLessThan(source.folded.length * 2)
  })
})
