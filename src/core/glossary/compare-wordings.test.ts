import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWordings } from './compare-wordings.ts'
import { foldWording } from './wording.ts'

/** The other wording with what differs in brackets. */
function mark(own: string, other: string): string {
  return compareWordings(own, other)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('')
}

describe('compareWordings', () => {
  it.each([
    [
      'a word more, and an opening',
      '减轻义务教育阶段学生作业负担和校外培训负担。',
      '指减轻学生过重作业负担、校外培训负担。',
      '指减轻学生[过重]作业负担、校外培训负担。',
    ],
    [
      'another order',
      '对工业源、农业源、生活源、移动源、扬尘源五类污染源实行统一监测、协同治理、联合执法。',
      '移动源、生活源、工业源、农业源和扬尘源协同治理。',
      '[移动源、生活源]、工业源、农业源[和]扬尘源协同治理。',
    ],
    [
      'one word in a row',
      '“四稳”指稳就业、稳主体、稳预期',
      '“四稳”：稳就业、稳企业、稳预期；',
      '“四稳”：稳就业、稳[企业]、稳预期；',
    ],
    [
      'more at the end',
      '一指老年人群体；二指3岁以下婴幼儿',
      '一指老年人；二指３岁以下婴幼儿和学龄前儿童',
      '一指老年人；二指３岁以下婴幼儿[和学龄前儿童]',
    ],
    [
      'figures, whole',
      '用一年时间完成100家企业数字化改造诊断',
      '用两年时间完成120家企业数字化改造诊断',
      '用[两]年时间完成[120]家企业数字化改造诊断',
    ],
    ['a word that shares a character', '产业发展', '企业发展', '[企业]发展'],
    ['punctuation inside what differs', '好山好水', '路网、电网、水网', '[路网、电网、水网]'],
    [
      'nothing but quotation marks, width and commas',
      '５Ｇ网络，即“五代”网络',
      '是指5G 网络，即五代网络。',
      '是指5G 网络，即五代网络。',
    ],
    ['less', '重大事项决策、重要干部任免、大额度资金使用', '重要干部任免', '重要干部任免'],
    ['nothing to compare with', '', '甲计划。', '[甲计划]。'],
    ['nothing', '甲计划', '', ''],
    ['no words', '甲', '——', '——'],
    ['characters of two units', '𠮷字镇', '𠮷字镇𠮷', '𠮷字镇[𠮷]'],
  ])('%s', (_, own, other, expected) => {
    expect(mark(own, other)).toBe(expected)
  })

  it('marks all of a long definition that has nothing in common', () => {
    const other = '城乡融合产业振兴'.repeat(1000)
    const from = performance.now()
    expect(compareWordings('推进发展改善民生'.repeat(1000), other)).toEqual([{ text: other, differs: true }])
    expect(performance.now() - from).toBeLessThan(1000)
  })
})

describe('laws', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(fc.constantFrom('指', '是指', '统筹', '推进', '五源共治', '，', '。', '“', '”', ' ', '5G', '５Ｇ', 'İ'))
      .map((all) => all.join('')),
  )

  it('the pieces together are the other wording, and no two neighbours are alike', () => {
    fc.assert(
      fc.property(words, words, (own, other) => {
        const pieces = compareWordings(own, other)
        expect(pieces.map(({ text }) => text).join('')).toBe(other)
        expect(pieces.every(({ text }) => text !== '')).toBe(true)
        expect(pieces.some(({ differs }, i) => differs === pieces[i + 1]?.differs)).toBe(false)
      }),
    )
  })

  it('wordings that fold alike do not differ', () => {
    const printed = fc
      .array(fc.constantFrom('，', '。', '“', '”', ' ', '、'), { maxLength: 3 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(words, printed, (own, mark) => {
        const other = `${mark}${own}${mark}`
        fc.pre(foldWording(own) === foldWording(other))
        expect(compareWordings(own, other).some(({ differs }) => differs)).toBe(false)
      }),
    )
  })
})
