import { describe, expect, it } from 'vitest'
import { sliceRange } from '../text/range.ts'
import { parseReport } from './parse-report.ts'
import { findBrokenLaws } from './reading-laws.ts'

/** A report of an invented city as a forum page carries it. */
const PAGE = `设为首页收藏本站
查看: 12|回复: 0

[示例] 2024年青禾市政府工作报告

[复制链接]
  • TA的每日心情
    奋斗
3万

主题

积分
    发表于 2024-6-17 22:32:06 | 显示全部楼层 |阅读模式

     2024年青禾市政府工作报告

     2024年1月4日在青禾市第九届人民代表大会第三次会议上

     青禾市人民政府市长\u00a0\u00a0林\u3000舟

    各位代表:

    现在,我代表市人民政府向大会报告工作,请予审议,并请市政协委员提出意见。

    2023年工作回顾

    刚刚过去的2023年,全市上下实施“三项行动”[1],推进“五好”[2]乡村建设,各项工作都取得了新的进展。

    (一)产业发展稳步向前。

    全年新建标准厂房八万平方米,引进企业三十二家,农产品加工产值增长百分之九,青禾大米获得地理标志认证,种粮农户收入继续增加。(二)城乡面貌持续改善

    全市新建公园八处,改造道路十五公里,新栽行道树两万株,城区内涝点全部整治完毕,公交线路延伸到每一个乡镇,群众出行更加方便。侯卫东官场笔记

    (三)民生保障更加有力。

    新增学位三千个,新建村卫生室二十四所,城乡低保标准提高一成,十件民生实事全部办结,群众满意度比上年提高三个百分点。

    2024年工作建议

    2024年经济社会发展的主要预期目标是:生产总值增长百分之六,城乡居民收入与经济增长同步。重点做好以下工作:

    (一)抓产业,增后劲。坚持工业强市,新建园区一处,引进项目四十个,推动粮食加工向精深发展,让青禾大米走进更多城市的餐桌。

    (二)惠民生,促和谐。办好十件民生实事,扩建中心医院,新建小学两所,推进老旧小区改造,让群众的日子一年更比一年好。

    各位代表！让我们携手并肩,为建设美丽青禾而努力奋斗!

    名词解释:

    1.“三项行动”:道路行动、公园行动、学校行动。

    2.“五好”:好山、好水、好路、好房、好家风。3.“一网”:全市公交一张网。

    4.5G驿站:设在村口、可以免费上网的歇脚点。

2024年青禾市民生实事

    1.新建小学两所。

    2.扩建中心医院。

您需要登录后才可以回帖 登录 | 立即注册

本版积分规则

联系电话:
010-00000000

Powered by Discuz! X3.4
`
const FILLER = `    ${'全市上下同心协力，抓项目、促改革、惠民生，经济运行平稳，社会大局稳定。'.repeat(30)}\n\n`
const TEXT = PAGE.replace('    各位代表！', `${FILLER}    各位代表！`)

describe('the report of an invented city on a forum page', () => {
  const report = parseReport(TEXT, { fileName: '2019.txt' })
  const blocksOf = (kind: string): string[] =>
    report.blocks.filter((block) => block.kind === kind).map((block) => sliceRange(TEXT, block))

  it('keeps every law', () => {
    expect(findBrokenLaws(TEXT, report)).toEqual([])
  })

  it('knows what the report says of itself', () => {
    expect(report).toMatchObject({
      title: '2024年青禾市政府工作报告',
      region: '青禾市',
      year: 2024,
      delivered: '2024-01-04',
      meeting: '青禾市第九届人民代表大会第三次会议',
      speaker: '林舟',
    })
  })

  it('sets the page aside, and nothing of the report', () => {
    const aside = blocksOf('boilerplate')
    for (const words of [
      '查看: 12|回复: 0',
      '3万',
      '积分',
      '[示例] 2024年青禾市政府工作报告',
      '侯卫东官场笔记',
      '010-00000000',
      '本版积分规则',
    ])
      expect(aside).toContain(words)
    expect(aside.join('')).not.toMatch(/青禾大米|行道树|各位代表|三项行动|好家风|中心医院/)
  })

  it('outlines it: headings without numbers above numbered ones, a glued heading, lead sentences', () => {
    expect(report.outline.map(({ text, level, runIn }) => [level, runIn ? 'runs in' : 'line', text])).toEqual([
      [1, 'line', '2023年工作回顾'],
      [2, 'line', '(一)产业发展稳步向前。'],
      [2, 'line', '(二)城乡面貌持续改善'],
      [2, 'line', '(三)民生保障更加有力。'],
      [1, 'line', '2024年工作建议'],
      [2, 'runs in', '(一)抓产业,增后劲'],
      [2, 'runs in', '(二)惠民生,促和谐'],
      [1, 'line', '2024年青禾市民生实事'],
    ])
  })

  it('reads the glossary, an entry glued to another and a term that begins with a figure', () => {
    expect(report.glossary.heading).toBe('名词解释:')
    expect(report.glossary.entries.map(({ number, term, definition }) => [number, term, definition])).toEqual([
      ['1', '“三项行动”', '道路行动、公园行动、学校行动。'],
      ['2', '“五好”', '好山、好水、好路、好房、好家风。'],
      ['3', '“一网”', '全市公交一张网。'],
      ['4', '5G驿站', '设在村口、可以免费上网的歇脚点。'],
    ])
    expect(blocksOf('glossaryEntry')).toHaveLength(4)
  })

  it('links the markers', () => {
    expect(report.markers.map((marker) => [sliceRange(TEXT, marker), marker.entry])).toEqual([
      ['[1]', 0],
      ['[2]', 1],
    ])
  })

  it('takes the second list for a list', () => {
    expect(blocksOf('listItem')).toEqual(['1.新建小学两所。', '2.扩建中心医院。'])
  })
})
