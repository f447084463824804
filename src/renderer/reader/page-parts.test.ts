import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '../../core/report/report.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { pageParts } from './page-parts.ts'

const blocks = (...kinds: BlockKind[]): Block[] =>
  kinds.map((kind, index) => ({ kind, ...toSourceRange(index * 10, index * 10 + 5) }))

const shape = (...kinds: BlockKind[]) => {
  const { head, body } = pageParts(blocks(...kinds))
  return {
    head: head.map(({ block }) => block.kind),
    body: body.map((part) =>
      part.kind === 'aside' ? part.blocks.length : `${part.block.kind} ${part.paragraph ?? ''}`.trim(),
    ),
  }
}

describe('pageParts', () => {
  it('begins with the title, whatever furniture stands above and between its lines', () => {
    expect(shape('boilerplate', 'title', 'boilerplate', 'byline', 'salutation', 'paragraph')).toEqual({
      head: ['title', 'byline'],
      body: [2, 'salutation', 'paragraph 1'],
    })
  })

  it('folds each run of furniture into one part, and counts the paragraphs', () => {
    expect(
      shape('heading', 'paragraph', 'boilerplate', 'boilerplate', 'listItem', 'glossaryEntry', 'boilerplate'),
    ).toEqual({
      head: [],
      body: ['heading', 'paragraph 1', 2, 'listItem 2', 'glossaryEntry', 1],
    })
  })

  it('keeps a title line in the middle of the text where it is', () => {
    expect(shape('paragraph', 'title').body).toEqual(['paragraph 1', 'title'])
  })

  it('has nothing to show of nothing', () => {
    expect(shape()).toEqual({ head: [], body: [] })
  })
})
