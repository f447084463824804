import { describe, expect, it } from 'vitest'
import { sliceRange } from '../text/range.ts'
import { parseReport } from './parse-report.ts'

const SPEECH = `2024年1月4日在青禾县第九届人民代表大会第三次会议上
青禾县人民政府县长 林舟
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
${'全县上下同心协力，抓项目、促改革、惠民生，各项事业都取得了新的进步。'.repeat(30)}
二、2024年工作安排
${'新的一年，我们将继续抓项目、促改革、惠民生，推动各项事业再上新台阶。'.repeat(30)}
各位代表！让我们携手并肩，为建设美丽青禾而努力奋斗！`

/** What is set aside of a page, and what of it stays. */
function read(above: readonly string[], below: readonly string[]) {
  const text = [...above, '政府工作报告', SPEECH, ...below].join('\n')
  const { blocks } = parseReport(text, {})
  const lines = (aside: boolean): string[] =>
    blocks.filter(({ kind }) => (kind === 'boilerplate') === aside).map((block) => sliceRange(text, block))
  return { aside: lines(true), stays: lines(false).join('\n') }
}

describe('pages around a report', () => {
  it.each<[string, string[], string[]]>([
    [
      'a portal',
      [
        '无障碍浏览',
        '网站首页',
        '走进青禾',
        '当前位置：首页 > 政务公开 > 正文',
        '索引号：',
        '11420000/2024-00012',
        '发文日期：',
        '2024年01月12日',
        '2024年青禾县政府工作报告',
      ],
      [
        '扫一扫在手机上查看当前页面',
        '【打印本页】【关闭窗口】',
        '下一条：没有了',
        '相关解读',
        '图解：一图读懂',
        '主办单位：青禾县人民政府',
        '邮编：430000',
      ],
    ],
    [
      'a download site',
      ['首页', '范文大全', '作者：小编 更新时间：2024-03-01', '收藏本文 下载本文'],
      [
        '【青禾县政府工作报告】相关文章：',
        '1.2023年丙县政府工作报告',
        '2.乙县政府工作报告2023',
        '看过本文的人还看了',
        '心得体会大全',
      ],
    ],
    [
      'a messenger',
      ['青禾发布', '发表于湖北', '点击上方蓝字关注我们'],
      ['来源：青禾县融媒体中心', '编辑：张三', '往期推荐', '青禾县召开春耕现场会', '阅读 1.2万'],
    ],
    ['nothing', [], []],
  ])('are set aside, and nothing of the report: %s', (_, above, below) => {
    const { aside, stays } = read(above, below)
    expect(aside).toEqual([...above, ...below])
    expect(stays).toBe(`政府工作报告\n${SPEECH}`)
  })

  it('leave an annex and its fields alone', () => {
    const annex = ['附件1', '2024年民生实事', '1.新建小学两所，扩建中心医院。', '主办单位：县教育局', '联系电话：略']
    expect(read([], annex).stays).toContain(annex.join('\n'))
  })

  it('leave a glossary below a list of files alone', () => {
    const glossary = ['名词解释', '一网：全市公交一张网。', '五好：好山、好水、好路、好房、好家风。']
    const { aside, stays } = read([], ['名词解释.docx', ...glossary])
    expect(aside).toEqual(['名词解释.docx'])
    expect(stays).toContain(glossary.join('\n'))
  })

  it('hide no unknown line where nothing says that there is a page', () => {
    expect(read(['振奋精神 加快发展'], ['二〇二四年一月四日', '注：数据为初步统计数']).aside).toEqual([])
  })
})
