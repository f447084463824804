import { expect, test } from 'vitest'
import type { GlossaryEntry } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { findQuotedTerms } from './quoted-terms.ts'

const entries: readonly GlossaryEntry[] = ['“链长+专班”', '“五源共治”', '“五源共治一张图”', '5G全连接工厂', null].map(
  (term, index) => ({ number: `${index + 1}`, term, definition: '', ...toSourceRange(0, 0) }),
)

test.each([
  ['without quotation marks', ['深化五源共治'], ['2']],
  ['a longer term and the one inside it', ['建成“五源共治一张图”[5]'], ['2', '3']],
  ['other quotation marks', ['「五源共治」'], ['2']],
  ['full width', ['“链长＋专班”', '５Ｇ全连接工厂'], ['1', '4']],
  ['broken by a line', ['五源\n　　共治'], ['2']],
  ['each once, in the glossary’s order', ['五源共治', '链长+专班', '五源共治'], ['1', '2']],
  ['only part of it', ['五源'], []],
  ['not across two quotes', ['五源', '共治'], []],
  ['no quotes', [], []],
])('%s', (_, quotes, numbers) => {
  expect(findQuotedTerms(entries, quotes).map((entry) => entry.number)).toEqual(numbers)
})

test('an entry whose term is nothing but quotation marks is never found', () => {
  expect(findQuotedTerms([{ number: '1', term: '“”', definition: '', ...toSourceRange(0, 0) }], ['“”'])).toEqual([])
})
