import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const REPORT = `政府工作报告
——2024年1月4日在青禾市第九届人民代表大会第三次会议上
青禾市人民政府市长 林 舟
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
${'全市上下实施“三项行动”[1]，抓项目、促改革、惠民生，各项事业都取得了新的进步。'.repeat(60)}
二、2024年工作安排
${'新的一年，我们将继续抓项目、促改革、惠民生，推动全市各项事业再上新台阶。'.repeat(20)}
名词解释
1.“三项行动”：道路行动、公园行动、学校行动。
`

let folder: string
let report: string
let gbk: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meipi-cli-'))
  report = join(folder, '报告.txt')
  gbk = join(folder, 'gbk.txt')
  writeFileSync(report, REPORT)
  writeFileSync(gbk, new Uint8Array([0xd5, 0xfe, 0xb8, 0xae]))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

describe('command line', () => {
  it.each([[[]], [['brew']], [['toString']], [['parse']], [['glossary']], [['parse', '--brew', 'x']]])(
    '%j is wrong usage',
    (args) => {
      const { status, stdout, stderr } = run(...args)
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toContain('用法')
    },
  )

  it('parse --json --text prints an array, one object a file', () => {
    const { status, stdout, stderr } = run('parse', report, '--json', '--text')
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject([
      {
        path: report,
        format: 'txt',
        encoding: 'utf-8',
        text: REPORT,
        report: {
          title: '政府工作报告',
          region: '青禾市',
          year: 2024,
          delivered: '2024-01-04',
          meeting: '青禾市第九届人民代表大会第三次会议',
          speaker: '林舟',
          outline: [{ text: '一、2023年工作回顾', level: 1, runIn: false }, { text: '二、2024年工作安排' }],
          glossary: { heading: '名词解释', entries: [{ number: '1', term: '“三项行动”' }] },
          diagnostics: [],
        },
      },
    ])
  })

  it('leaves the text out where it is not asked for', () => {
    expect(Object.keys(JSON.parse(run('parse', report, '--json').stdout)[0])).toEqual([
      'path',
      'format',
      'encoding',
      'report',
    ])
  })

  it('names a file that fails in one line, reads the others, and exits with 1', () => {
    const { status, stdout, stderr } = run('parse', gbk, join(folder, '没有.txt'), folder, report, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toHaveLength(1)
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split('：').at(-1)),
    ).toEqual([
      expect.stringContaining('UTF-8'),
      expect.stringContaining('找不到这个文件'),
      expect.stringContaining('文件夹'),
    ])
  })

  it('prints an empty array where no file could be read', () => {
    expect(JSON.parse(run('parse', gbk, '--json').stdout)).toEqual([])
  })

  it('flushes output larger than a pipe', () => {
    const large = join(folder, 'large.txt')
    writeFileSync(large, REPORT + '推进高质量发展。\n'.repeat(200_000))
    const { status, stdout } = run('parse', large, '--json', '--text')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)[0].text.length).toBeGreaterThan(1_000_000)
  })

  it('prints readable listings', () => {
    expect(run('parse', report).stdout).toContain('  地区：青禾市\n  年份：2024\n')
    expect(run('parse', report).stdout).toContain('    一、2023年工作回顾\n')
    expect(run('glossary', report).stdout).toContain('  1. “三项行动”：道路行动、公园行动、学校行动。\n')
  })

  it('glossary --json prints heading and entries', () => {
    expect(JSON.parse(run('glossary', report, '--json').stdout)).toMatchObject([
      { path: report, heading: '名词解释', entries: [{ number: '1' }] },
    ])
  })
})
