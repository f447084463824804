import { describe, expect, it } from 'vitest'
import { squeeze } from '../text/white-space.ts'
import { FURNITURE_RULES, matchFurniture } from './furniture-rules.ts'

const match = (line: string, edge: boolean): string | null => matchFurniture(squeeze(line), squeeze(line).length, edge)

describe('furniture of pages', () => {
  const examples = FURNITURE_RULES.flatMap((rule) => rule.examples.map((example) => ({ rule, example })))

  it.each(examples)('$rule.name: $example', ({ rule, example }) => {
    expect(rule.pattern.test(squeeze(example))).toBe(true)
    expect(match(example, true)).not.toBeNull()
    if (rule.place === 'any') expect(match(example, false)).not.toBeNull()
  })

  it.each(FURNITURE_RULES)('$name has an example that no other rule is needed for', ({ name, examples: own }) => {
    const others = FURNITURE_RULES.filter((rule) => rule.name !== name)
    expect(own.some((example) => !others.some(({ pattern }) => pattern.test(squeeze(example))))).toBe(true)
  })

  it.each([
    '各位代表：',
    '一、2023年工作回顾',
    '（一）打印店行业整治取得成效',
    '2024年工作建议',
    '名词解释：',
    '附件1',
    '注释',
    '时间紧迫，任务艰巨，我们必须分秒必争。',
    '主办全国春耕现场会，来源于群众的经验得到推广。',
    '粮食产量实现二十连丰。',
    '上一年度任务全部完成。',
    '相关工作取得新进展。',
    '1.“三项行动”：道路行动、公园行动、学校行动。',
    '［1］一网：全市公交一张网。',
    '林舟',
  ])('takes no line of a report for furniture: %s', (line) => {
    expect(match(line, true)).toBeNull()
  })

  it('tells figures of a member panel from the cells of a table by where they stand', () => {
    expect(match('2万', true)).toBe('forum-member-figure')
    expect(match('2万', false)).toBeNull()
  })
})
