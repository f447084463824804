import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '../../core/report/report.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { chunkOf, chunkParts, type PageChunk, pageParts } from './page-parts.ts'

/** Blocks of these kinds and lengths, one after the other. */
function blocksOf(given: readonly (readonly [kind: BlockKind, length: number])[]): Block[] {
  let at = 0
  return given.map(([kind, length]): Block => {
    const start = at
    at += length + 1
    return { kind, ...toSourceRange(start, start + length) }
  })
}

const bodyOf = (...given: readonly (readonly [kind: BlockKind, length: number])[]) => pageParts(blocksOf(given)).body

const sum = (lengths: readonly number[]) => lengths.reduce((all, length) => all + length, 0)

/** About three screens. */
const ENOUGH = 6000

describe('chunkParts', () => {
  it.each<readonly [what: string, lengths: readonly number[], chunks: readonly (readonly number[])[]]>([
    ['a short report is one', [100, 200, 300], [[100, 200, 300]]],
    ['one is full as soon as there is no room left', [ENOUGH, 1], [[ENOUGH], [1]]],
    ['one has room up to the last character', [ENOUGH - 1, 1, 1], [[ENOUGH - 1, 1], [1]]],
    ['a part is never cut', [20_000, 5, 20_000, 5], [[20_000], [5, 20_000], [5]]],
    ['nothing is in none', [], []],
  ])('%s', (_what, lengths, chunks) => {
    const body = bodyOf(...lengths.map((length) => ['paragraph', length] as const))
    expect(chunkParts(body).map((chunk) => chunk.lengths)).toEqual(chunks)
  })

  it('counts a run of furniture as no text: it is folded into one line', () => {
    const body = bodyOf(['paragraph', 10], ['boilerplate', 9000], ['boilerplate', 9000], ['paragraph', 20])
    expect(chunkParts(body).map(({ lengths }) => lengths)).toEqual([[10, 0, 20]])
  })

  const kind = fc.constantFrom<BlockKind[]>('paragraph', 'heading', 'boilerplate', 'listItem', 'glossaryEntry')
  const length = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 15_000 }))
  const body = fc.array(fc.tuple(kind, length), { maxLength: 60 }).map((given) => bodyOf(...given))

  it('puts every part into one chunk, in order', () => {
    fc.assert(
      fc.property(body, (parts) => {
        const chunks = chunkParts(parts)
        expect(chunks.flatMap((chunk) => chunk.parts)).toEqual(parts)
        for (const chunk of chunks) {
          expect(chunk.parts.length).toBeGreaterThan(0)
          expect(chunk.lengths).toEqual(
            chunk.parts.map((part) => (part.kind === 'block' ? part.block.end - part.block.start : 0)),
          )
        }
      }),
    )
  })

  it('makes chunks of about equal length: full ones, none of them longer than needed, and what is left', () => {
    fc.assert(
      fc.property(body, (parts) => {
        const chunks = chunkParts(parts)
        chunks.forEach(({ lengths }, index) => {
          // Without its last part it was not full yet.
          expect(sum(lengths.slice(0, -1))).toBeLessThan(ENOUGH)
          if (index < chunks.length - 1) expect(sum(lengths)).toBeGreaterThanOrEqual(ENOUGH)
        })
      }),
    )
  })
})

describe('chunkOf', () => {
  const of = (chunks: readonly PageChunk[], start: number) => chunkOf(chunks, start)

  it('finds the chunk of every block, and none for furniture or a place between', () => {
    const kind = fc.constantFrom<BlockKind[]>('paragraph', 'heading', 'boilerplate')
    const given = fc.array(fc.tuple(kind, fc.integer({ min: 2, max: 9000 })), { maxLength: 30 })
    fc.assert(
      fc.property(given, (kindsAndLengths) => {
        const blocks = blocksOf(kindsAndLengths)
        const chunks = chunkParts(pageParts(blocks).body)
        for (const block of blocks) {
          const found = of(chunks, block.start)
          const holds = chunks[found]?.parts.some((part) => part.kind === 'block' && part.block === block) ?? false
          expect(holds).toBe(block.kind !== 'boilerplate')
          expect(of(chunks, block.start + 1)).toBe(-1)
        }
      }),
    )
  })
})
