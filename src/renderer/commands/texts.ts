import { COMMAND_NAMES } from '../../core/command-names.ts'
import type { CommandId } from '../../core/commands.ts'
import { defineTexts } from '../interface/define-texts.ts'

interface CommandTexts {
  readonly labels: Readonly<Record<CommandId, string>>
  readonly palette: string
  readonly palettePlaceholder: string
  readonly reports: string
  readonly headings: string
  readonly terms: string
  readonly commands: string
  readonly find: string
  readonly nothingFound: string
  readonly shortcuts: string
  readonly nothingToCopy: string
  readonly noLinkToCopy: string
  readonly pageKeys: readonly (readonly [keys: string, what: string])[]
}

export const texts = defineTexts<CommandTexts>(
  {
    labels: COMMAND_NAMES.zh,
    palette: '前往',
    palettePlaceholder: '报告、标题、术语、命令；可用拼音首字母',
    reports: '报告',
    headings: '本文标题',
    terms: '术语',
    commands: '命令',
    find: '在文中查找',
    nothingFound: '没有找到。换个词，或用拼音首字母试试。',
    shortcuts: '快捷键',
    nothingToCopy: '没有可复制的内容。请先选中文字，或点一下划线、术语。',
    noLinkToCopy: '没有选定划线。请先点一下要链接的划线。',
    pageKeys: [
      ['S', '选中一句；再按选下一句，Shift S 上一句'],
      ['Shift ← →', '选区伸缩一个字'],
      ['1 – 5', '用第几种颜色划线'],
      ['N', '写批注'],
      ['T', '加标签'],
      ['Delete', '删除点中的划线'],
      ['Ctrl C', '复制选中文字，附出处'],
      ['Tab', '到下一个术语或注释号'],
      ['Enter', '打开术语卡片'],
      ['Esc', '关闭卡片，放开选区'],
      ['/', '筛选侧栏'],
    ],
  },
  {
    labels: COMMAND_NAMES.en,
    palette: 'Go to',
    palettePlaceholder: 'Reports, headings, terms, commands; pinyin initials work',
    reports: 'Reports',
    headings: 'Headings here',
    terms: 'Terms',
    commands: 'Commands',
    find: 'Find in the text',
    nothingFound: 'Nothing found. Try another word, or pinyin initials.',
    shortcuts: 'Keyboard shortcuts',
    nothingToCopy: 'Nothing to copy. Select words first, or press a highlight or a term.',
    noLinkToCopy: 'No highlight is chosen. Press the one that the link is to lead to.',
    pageKeys: [
      ['S', 'Select a sentence; again for the next, Shift S for the one before'],
      ['Shift ← →', 'Stretch the selection by a character'],
      ['1 – 5', 'Highlight in one of the five colours'],
      ['N', 'Write a note'],
      ['T', 'Add tags'],
      ['Delete', 'Delete the highlight pressed last'],
      ['Ctrl C', 'Copy with its source'],
      ['Tab', 'To the next term or note marker'],
      ['Enter', "Open a term's card"],
      ['Esc', 'Close the card, let go of the selection'],
      ['/', 'Filter the sidebar'],
    ],
  },
)
