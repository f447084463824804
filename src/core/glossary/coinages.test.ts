import { describe, expect, it } from 'vitest'
import { parseReport } from '../report/parse-report.ts'
import { COINAGE_FORMS, findCoinages } from './coinages.ts'

const none = () => false
const find = (text: string, isKnown: (key: string) => boolean = none) =>
  findCoinages(text, parseReport(text, {}), isKnown).map(({ term, places }) => {
    for (const place of places) expect(text.slice(place.start, place.end).length).toBeGreaterThan(0)
    return `${term} ${places.length}`
  })

describe('findCoinages', () => {
  it.each(COINAGE_FORMS.map(({ name, example, finds }) => [name, example, finds]))(
    '%s: %s',
    (_name, example, finds) => {
      expect(find(example)).toEqual([`${finds} 1`])
    },
  )

  it.each([
    ['a plan period', '顺利完成“十四五”规划'],
    ['a date', '抗击“6·27”洪水'],
    ['a sentence that is quoted', '他说：“我们一定要把这件事情办好，让群众满意。”'],
    ['a title', '落实《关于三高四新的意见书》精神'.replace('三高四新', '质量')],
    ['a plain sum', '合计12.5+3.7亿元'],
    ['a quoted word that stands once', '擦亮“金字”招牌'],
  ])('leaves out %s', (_what, text) => {
    expect(find(text)).toEqual([])
  })

  it('takes a quoted word without a numeral when it comes again, the most frequent first', () => {
    expect(find('“放管服”改革、“双碳”目标、“放管服”成效、“1+2+N”')).toEqual(['放管服 2', '双碳 1', '1+2+N 1'])
  })

  it('leaves out what is explained', () => {
    expect(find('实施“五源共治”和“三高四新”', (key) => key === '五源共治')).toEqual(['三高四新 1'])
  })
})
