import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportFileName } from './export-file-name.ts'

const UNKNOWN = { title: null, region: null, year: null }

describe('what a file is called', () => {
  test.each([
    [{ title: '2025年云汀市政府工作报告', region: '云汀市', year: 2025 }, '2025年云汀市政府工作报告.md'],
    [{ title: '政府工作报告', region: '云汀市', year: 2025 }, '2025年云汀市政府工作报告.md'],
    [{ title: '2025年政府工作报告', region: '云汀市', year: 2025 }, '云汀市2025年政府工作报告.md'],
    [{ title: null, region: '云汀市', year: 2025 }, '2025年云汀市政府工作报告.md'],
    [UNKNOWN, '政府工作报告.md'],
    [{ ...UNKNOWN, title: ' \n ' }, '政府工作报告.md'],
    [{ ...UNKNOWN, title: '...' }, '政府工作报告.md'],
    [{ ...UNKNOWN, title: '“新”: "旧"\n报告' }, '“新”： ＂旧＂ 报告.md'],
    [{ ...UNKNOWN, title: 'a/b\\c|d?e*f<g>' }, 'a／b＼c｜d？e＊f＜g＞.md'],
    [{ ...UNKNOWN, title: '[1] #2 ^3' }, '［1］ ＃2 ＾3.md'],
    [{ ...UNKNOWN, title: '报告\u0000\u200b\u202e' }, '报告.md'],
    [{ ...UNKNOWN, title: '.. 报告 . ' }, '报告.md'],
    [{ ...UNKNOWN, title: 'con' }, '_con.md'],
    [{ ...UNKNOWN, title: 'LPT1.旧' }, '_LPT1.旧.md'],
    [{ ...UNKNOWN, title: 'console' }, 'console.md'],
  ])('%j', (metadata, name) => {
    expect(exportFileName(metadata)).toBe(name)
  })

  test('another extension', () => {
    expect(exportFileName(UNKNOWN, 'csv')).toBe('政府工作报告.csv')
  })

  test('a long title is cut between characters', () => {
    const name = exportFileName({ ...UNKNOWN, title: `a${'𠮷'.repeat(60)}` })
    expect(name).toBe(`a${'𠮷'.repeat(29)}.md`)
  })
})

test('any title gives a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = exportFileName({ ...UNKNOWN, title })
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Surrogate}]/u)
      expect(name).toMatch(/^[^. ](?:.*[^. ])?\.md$/u)
    }),
  )
})
