import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const failureSchema = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })

async function stats(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const run = promisify(execFile)(process.execPath, ['src/cli/main.ts', 'stats', ...args], { cwd: root })
    const { stdout, stderr } = await run
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const failed = failureSchema.parse(error)
    return { code: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

/** An invented report. Its body has the first term, not the second. */
function report(year: string, glossary: string): string {
  return `${year}云汀市政府工作报告
——2025年1月8日在云汀市第五届人民代表大会第四次会议上
云汀市人民政府市长　沈禾清

各位代表：
　　现在，我代表市人民政府，向大会报告工作，请予审议。

　　一、2024年工作回顾
　　我们坚持“五源 共治”，接入点位，处置时间由三天缩短至一天，水质稳定，空气优良，群众更加满意。

　　二、2025年工作安排
　　我们将继续努力，推动各项工作再上新台阶，让人民群众有更多的获得感、幸福感和安全感。
${glossary}`
}

const GLOSSARY = `
名词解释
1. “五源共治”：指对五类污染源协同治理。
2. “三链两网”：指三条产业链和两张服务网。
`

function folderOfReports(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'deep'))
  writeFileSync(join(folder, 'a.txt'), report('2025年', GLOSSARY))
  writeFileSync(join(folder, 'deep', 'b.txt'), report('20xx年', ''))
  writeFileSync(join(folder, 'c.txt'), '今天天气很好。\n\n我们去散步。\n')
  writeFileSync(join(folder, 'd.zip'), 'PK')
  return folder
}

describe('stats', () => {
  it('counts reports, glossaries and terms in their own body, and lists the doubtful ones', async () => {
    const { code, out, err } = await stats(folderOfReports(), '--terms', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const found: unknown = JSON.parse(out)
    expect(found).toMatchObject({
      files: 3,
      passedOver: 1,
      failed: 0,
      reports: 2,
      withGlossary: 1,
      entries: 2,
      terms: 2,
      found: 1,
      share: 0.5,
      milliseconds: { total: expect.any(Number), median: expect.any(Number), max: expect.any(Number) },
      doubtful: [
        { file: 'c.txt', reasons: [{ code: 'not-a-report' }] },
        { file: join('deep', 'b.txt'), reasons: [{ code: 'year-masked' }] },
      ],
      glossaries: [{ file: 'a.txt', entries: 2, terms: 2, found: 1, share: 0.5 }],
    })
  })

  it('says it in Chinese', async () => {
    const { out } = await stats(folderOfReports(), '--terms')
    expect(out).toContain('文件：3 个，其中报告 2 篇\n跳过：1 个')
    expect(out).toContain('术语在正文中逐字出现：1 / 2（50.0%）')
    expect(out).toContain(`存疑：2 个\n  c.txt\n`)
    expect(out).toContain('  50.0%\t1/2\t2\ta.txt')
  })

  it('names a file that it cannot read, counts the others and ends with 1', async () => {
    const folder = folderOfReports()
    writeFileSync(join(folder, 'empty.txt'), '')
    const { code, out, err } = await stats(folder, '--json')
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('empty.txt')])
    expect(JSON.parse(out)).toMatchObject({ files: 3, failed: 1 })
  })

  it('an empty folder is no error; no folder is', async () => {
    const folder = temporaryFolder()
    expect(await stats(folder)).toMatchObject({ code: 0, err: '' })
    expect(await stats(join(folder, 'nowhere'))).toMatchObject({ code: 1, out: '' })
    expect(await stats()).toMatchObject({ code: 2, out: '' })
  })
})
