import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LONGEST_TEMPLATE } from '../../core/export/export-choice.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { findTemplate, listTemplates, saveTemplate } from './template-files.ts'

describe('saveTemplate', () => {
  it('stores a new template, and later another form of it', async () => {
    const folder = temporaryFolder()
    await saveTemplate(folder, { name: '摘抄', source: '一', before: null })
    expect(await listTemplates(folder)).toContainEqual({ name: '摘抄', isOwn: true })
    await saveTemplate(folder, { name: '摘抄', source: '二', before: '一' })
    expect(await findTemplate(folder, '摘抄')).toEqual({ name: '摘抄', source: '二', isOwn: true })
  })

  it.each([
    ['no name', { name: '' }, '1 到 60 个字'],
    ['a way out of the folder', { name: '../../x' }, '1 到 60 个字'],
    ['a backslash', { name: 'a\\b' }, '1 到 60 个字'],
    ['a device of Windows', { name: 'con' }, '1 到 60 个字'],
    ['a hidden file', { name: '.x' }, '1 到 60 个字'],
    ['a name too long', { name: '长'.repeat(61) }, '1 到 60 个字'],
    ["the name of one of Meipi's", { name: 'obsidian' }, '已经有名为 obsidian 的模板'],
    ['a name that is taken, in other letters', { name: 'mine' }, '已经有名为 Mine 的模板'],
    ['a template too long', { name: 'x', source: ' '.repeat(LONGEST_TEMPLATE + 1) }, '模板太长'],
    ['one that is not there any more', { name: 'x', before: '以前' }, '刚刚被别的程序改动或移走'],
    ['one that changed meanwhile', { name: 'Mine', before: '以前' }, '刚刚被别的程序改动或移走'],
    ['one of Meipi’s', { name: 'plain', before: '以前' }, '刚刚被别的程序改动或移走'],
  ])('refuses %s', async (_what, draft, message) => {
    const folder = temporaryFolder()
    await saveTemplate(folder, { name: 'Mine', source: '别处改的', before: null })
    await expect(saveTemplate(folder, { source: '新', before: null, ...draft })).rejects.toThrow(message)
    expect(readFileSync(join(folder, 'templates', 'Mine.liquid'), 'utf8')).toBe('别处改的')
  })

  it('writes over what its author has seen alone', async () => {
    const folder = temporaryFolder()
    await saveTemplate(folder, { name: '摘抄', source: '一', before: null })
    writeFileSync(join(folder, 'templates', '摘抄.liquid'), '编辑器里改的')
    await expect(saveTemplate(folder, { name: '摘抄', source: '二', before: '一' })).rejects.toThrow('没有保存')
    await saveTemplate(folder, { name: '摘抄', source: '二', before: '编辑器里改的' })
    expect((await findTemplate(folder, '摘抄')).source).toBe('二')
  })
})
