import { expect, test } from 'vitest'
import type { Block, BlockKind } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { findParagraphs } from './paragraph-number.ts'

const KINDS: readonly BlockKind[] = ['title', 'paragraph', 'heading', 'listItem', 'boilerplate', 'paragraph', 'other']

/** A block of ten characters for each kind, one after the other. */
const blocks: readonly Block[] = KINDS.map((kind, index) => ({ kind, ...toSourceRange(index * 10, index * 10 + 10) }))

test.each([
  ['inside the first paragraph', 12, 15, { first: 1, last: 1 }],
  ['inside a list item', 30, 40, { first: 2, last: 2 }],
  ['from a heading into what follows', 22, 31, { first: 2, last: 2 }],
  ['across furniture', 35, 55, { first: 2, last: 3 }],
  ['the whole report', 0, 70, { first: 1, last: 3 }],
  ['the title alone', 0, 10, null],
  ['what is neither', 60, 70, null],
])('%s', (_, start, end, span) => {
  expect(findParagraphs(blocks, toSourceRange(start, end))).toEqual(span)
})
