import { describe, expect, it } from 'vitest'
import { findRegion } from './find-region.ts'
import { readMeeting } from './meeting.ts'
import { findOpening } from './opening.ts'
import { splitLines } from './piece.ts'
import { lastUnit } from './region.ts'
import { readDate, toIsoDate } from './report-date.ts'
import { readCaptionSpeaker, readLoneName, readSpeaker, readTitleSuffix } from './speaker.ts'

describe('readDate', () => {
  it.each([
    ['——2024年1月4日在青禾市', '2024-01-04'],
    ['（２０２４年１２月３１日）', '2024-12-31'],
    ['——二〇一〇年一月二十五日在青禾市', '2010-01-25'],
    ['二○二一年十二月三十日', '2021-12-30'],
    ['2023年1月在青禾市', null],
    ['12月22日在青禾市', null],
  ])('%s', (line, iso) => {
    const date = readDate(line)
    expect(date).not.toBeNull()
    expect(date === null ? undefined : toIsoDate(date)).toBe(iso)
  })

  it.each(['2024-01-04', '1234年1月4日', '2024年13月4日', '2024年工作', ''])('no date: %s', (line) => {
    expect(readDate(line)?.year ?? null).toBeNull()
  })
})

describe('readMeeting', () => {
  it.each([
    ['——2024年1月4日在青禾市第九届人民代表大会第三次会议上', '青禾市第九届人民代表大会第三次会议', '青禾市'],
    ['在丹河省第十一届人民代表大会第五次会议上（2012年1月10日）', '丹河省第十一届人民代表大会第五次会议', '丹河省'],
    ['2016年1月21日青禾市第十八届人民代表大会第五次会议通过', '青禾市第十八届人民代表大会第五次会议', '青禾市'],
    ['（2021年2月1日在市十五届人大四次会议上）', '市十五届人大四次会议', '市'],
    ['——在2006年12月24日在青禾市第十三届人民代表大会第一次会议上', '青禾市第十三届人民代表大会第一次会议', '青禾市'],
    ['2003年3月5日在第十届全国人民代表大会第一次会议上', '第十届全国人民代表大会第一次会议', ''],
    ['——2020年5月1日在于川县第九届人民代表大会第三次會議上', '于川县第九届人民代表大会第三次會議', '于川县'],
  ])('%s', (line, name, place) => {
    expect(readMeeting(line)).toEqual({ name, place })
  })

  it.each(['在全市经济工作会议上', '青禾市人民政府市长', ''])('no meeting: %s', (line) => {
    expect(readMeeting(line)).toBeNull()
  })
})

describe('speaker', () => {
  it.each([
    ['青禾市人民政府市长林舟', '林舟'],
    ['市长：林舟', '林舟'],
    ['青禾市人民政府市长??林舟', '林舟'],
    ['市委副书记、代市长欧阳小舟', '欧阳小舟'],
    ['市长买提江·阿里木', '买提江·阿里木'],
    ['自治区主席林舟', '林舟'],
    ['丹河省省长林舟（2002年1月24日）', '林舟'],
    ['青禾市市长林舟同志作政府工作报告。', '林舟'],
    ['2025年1月14日自治区政府主席林小舟在丹河省第十四届人民代表大会第三次会议上的讲话', '林小舟'],
    ['青禾市人民政府市长', null],
    ['各位代表：', null],
  ])('%s', (line, name) => {
    expect(readSpeaker(line)).toBe(name)
  })

  it('believes a name alone, and no word of a page', () => {
    expect(readLoneName('林舟')).toBe('林舟')
    for (const words of ['目录', '正文', '通过', '政府工作', '各位代表', '2024']) expect(readLoneName(words)).toBeNull()
  })

  it('reads a caption and the brackets behind a collected title', () => {
    expect(readCaptionSpeaker('林舟作政府工作报告')).toBe('林舟')
    expect(readCaptionSpeaker('林舟出席会议')).toBeNull()
    expect(readTitleSuffix('青禾市政府工作报告（2023年1月4日 林舟）')).toBe('林舟')
    expect(readTitleSuffix('青禾市政府工作报告（2023）')).toBeNull()
    expect(readTitleSuffix('青禾市政府工作报告（第九届）')).toBeNull()
  })
})

describe('region', () => {
  it.each([
    ['青禾市', '青禾市'],
    ['丹河省青禾市南塘区', '南塘区'],
    ['青禾市市中区', '市中区'],
    ['津市市', '津市市'],
    ['常青市津市市', '津市市'],
    ['沧州市', '沧州市'],
    ['青禾市沙市区', '沙市区'],
    ['白水壮族自治区', '白水壮族自治区'],
    ['云岭傣族自治州', '云岭傣族自治州'],
    ['云岭傣族自治州青禾县', '青禾县'],
    ['云岭州', '云岭州'],
    ['市', null],
    ['全区', null],
    ['自治区', null],
    ['大会', null],
  ])('the last unit of %s', (name, unit) => {
    expect(lastUnit(name)).toBe(unit)
  })

  const nothing = { meetingPlace: null, titles: [], bylines: [], text: '', fileName: null }
  it.each([
    ['the meeting', { meetingPlace: '丹河市南塘区', titles: ['2024年丹河市政府工作报告'] }, '南塘区'],
    [
      'the title where the meeting names no place',
      { meetingPlace: '市', titles: ['20xx年青禾市政府工作报告全文'] },
      '青禾市',
    ],
    ['the speaker', { bylines: ['青禾县人民政府县长林舟'] }, '青禾县'],
    ['the text', { text: '现在，我代表南塘区人民政府向大会报告工作。市委市政府十分关心。' }, '南塘区'],
    ['a full name for a short one', { meetingPlace: '云岭州', text: '云岭傣族自治州成立七十年来' }, '云岭傣族自治州'],
    ['the State Council', { bylines: ['国务院总理林舟'] }, '国务院'],
    [
      'a file name that the text bears out',
      { fileName: '丹河市青禾_2017.txt', text: `全县上下，县政府带头。${'建设青禾。'.repeat(9)}` },
      '青禾县',
    ],
    ['no file name alone', { fileName: '丹河市青禾_2017.txt', text: '全县上下，县政府带头。' }, null],
    [
      'no words that only sound like a unit',
      { text: '确保顺利通过省政府验收，通过省政府考核，市委市政府、市委市政府' },
      null,
    ],
  ])('is told by %s', (_, evidence, region) => {
    expect(findRegion({ ...nothing, ...evidence })).toBe(region)
  })
})

describe('findOpening', () => {
  const open = (text: string) => {
    const pieces = splitLines(text)
    const opening = findOpening(pieces)
    return {
      ...opening,
      title: opening.titleIndex === null ? null : pieces[opening.titleIndex]?.text,
      first: pieces[opening.bodyStart]?.text,
    }
  }

  it('takes the last title above the speech: menus and abstracts stand before it', () => {
    const found = open(
      '工作报告\n2022年青禾市政府工作报告\n内容摘要：\n政府工作报告——2022年1月……\n政 府 工 作 报 告\n林舟\n各位代表：\n正文',
    )
    expect(found).toMatchObject({ title: '政 府 工 作 报 告', first: '各位代表：' })
  })

  it('joins a meeting broken over two lines, and takes the name beside it', () => {
    const found = open('政府工作报告\n——2024年1月4日在青禾市第九届人民代表大会\n第三次会议上\n林 舟\n各位代表：')
    expect(found.meeting?.name).toBe('青禾市第九届人民代表大会第三次会议')
    expect(found.speaker).toBe('林舟')
    expect([...found.roles.values()]).toEqual(['title', 'byline', 'byline', 'byline'])
  })

  it('reads the meeting behind the title in one line', () => {
    const found = open('政府工作报告——2024年1月28日在青禾市第九届人民代表大会第三次会议上\n各位代表：')
    expect(found.meeting?.name).toBe('青禾市第九届人民代表大会第三次会议')
  })

  it('believes no name without meeting or date, and no date of a web page', () => {
    const found = open('政府工作报告\n时间：2024-02-07\n林舟\n各位代表：')
    expect(found).toMatchObject({ speaker: null, date: null })
  })

  it('finds where the speech begins without a salutation', () => {
    expect(open('20xx年青禾市政府工作报告全文\n时间:2023-06-06\n一、2017年主要工作\n正文').first).toBe(
      '一、2017年主要工作',
    )
  })
})
