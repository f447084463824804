import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, libraryIn, reportShown, sampleReport, test } from './app.ts'

interface Case {
  readonly what: string
  readonly says: string
  readonly make: (folder: string) => string
}

function written(folder: string, name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const CASES: readonly Case[] = [
  { what: 'is missing', says: '找不到这个文件', make: (folder) => join(folder, '没有.txt') },
  { what: 'is empty', says: '文件是空的', make: (folder) => written(folder, '空.txt', '') },
  {
    what: 'is a folder',
    says: '这是文件夹',
    make: (folder) => {
      mkdirSync(join(folder, '文件夹.txt'))
      return join(folder, '文件夹.txt')
    },
  },
  {
    what: 'is binary',
    says: '这不是文本文件',
    make: (folder) =>
      written(
        folder,
        '图.txt',
        Uint8Array.from({ length: 4096 }, (_, index) => (index * 7) % 256),
      ),
  },
  {
    what: 'has 50 MB',
    says: '超过 20 MB',
    make: (folder) => {
      const path = written(folder, '大.txt', '')
      truncateSync(path, 50 * 1024 * 1024)
      return path
    },
  },
  {
    what: 'is of another encoding',
    says: '不是 UTF-8',
    make: (folder) => written(folder, 'gbk.txt', Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7])),
  },
  { what: 'is of another format', says: '还不支持这种格式', make: (folder) => written(folder, '报告.wps', 'x') },
  {
    what: 'is a pipe',
    says: '还不支持这种格式',
    make: (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe.txt')])
      return join(folder, 'pipe.txt')
    },
  },
]

for (const { what, says, make } of CASES)
  test(`a file that ${what} is refused in plain words, and the next one opens`, async ({ start, folder }) => {
    const { page } = await start(make(folder), sampleReport)
    await reportShown(page, '2025年云汀市政府工作报告')
    await expect(page.getByRole('alert')).toContainText(says)
    await page.getByRole('button', { name: '关闭' }).click()
    await expect(page.getByRole('alert')).toBeHidden()
    expect(readdirSync(join(libraryIn(folder), 'reports'))).toHaveLength(1)
  })

test('a text that is no report is read plainly, and said to be none', async ({ start, folder }) => {
  const path = written(folder, '随笔.txt', '清晨的河边\n\n雾还没有散，船已经开了。\n\n对岸有人唱歌。\n')
  const { page } = await start(path)
  await reportShown(page)
  await expect(page.getByRole('main')).toContainText('不像政府工作报告')
  await expect(page.getByRole('main')).toContainText('雾还没有散，船已经开了。')
  await page.getByRole('tab', { name: '目录' }).click()
  await expect(page.getByText('没有可识别的标题')).toBeVisible()
})
