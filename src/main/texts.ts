import type { CommandId } from '../core/commands.ts'
import type { Language } from '../core/settings/settings.ts'

/** The native menu: its sections, the commands of `core/commands.ts`, and what the system does itself. */
interface MenuTexts {
  readonly sections: Readonly<Record<'file' | 'edit' | 'view' | 'go' | 'help', string>>
  readonly commands: Readonly<Record<CommandId, string>>
  readonly recent: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly selectAll: string
  readonly fullScreen: string
  readonly developerTools: string
  readonly quit: string
}

/** What the main process says itself: in the menu, in the system's dialogs and in message boxes. */
export interface Texts {
  readonly appName: string
  readonly menu: MenuTexts
  readonly chooseFiles: {
    readonly title: string
    /** `extensions` without the dot, e.g. `txt`. */
    readonly reports: (extensions: readonly string[]) => string
    readonly allFiles: string
  }
  readonly exportMarkdown: string
  readonly exportPdf: string
  readonly notSaved: {
    readonly message: string
    readonly detail: string
    readonly retry: string
    readonly closeAnyway: string
    readonly cancel: string
  }
  readonly libraryNotOpened: string
}

const zh: Texts = {
  appName: '眉批',
  menu: {
    sections: { file: '文件(&F)', edit: '编辑(&E)', view: '视图(&V)', go: '前往(&G)', help: '帮助(&H)' },
    commands: {
      'open-files': '打开文件…',
      'new-window': '新窗口',
      'side-by-side': '并排对照…',
      'join-reports': '与另一份报告合并…',
      'split-report': '拆分成几份报告…',
      'export-markdown': '导出 Markdown…',
      'export-pdf': '导出 PDF…',
      print: '打印…',
      'remove-report': '把这份报告移到回收站',
      bin: '回收站…',
      undo: '撤销',
      redo: '重做',
      find: '在文中查找…',
      palette: '前往…',
      back: '后退',
      forward: '前进',
      'toggle-library': '报告列表',
      'toggle-sidebar': '侧栏',
      'focus-mode': '专注阅读',
      'show-outline': '目录',
      'show-terms': '术语',
      'show-notes': '批注',
      'larger-text': '放大文字',
      'smaller-text': '缩小文字',
      'normal-text': '正常大小',
      'correct-report': '改正报告信息…',
      'correct-block': '改正这一段…',
      settings: '设置…',
      shortcuts: '快捷键',
    },
    recent: '最近读过',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    fullScreen: '全屏',
    developerTools: '开发者工具',
    quit: '退出',
  },
  chooseFiles: {
    title: '打开报告',
    reports: (extensions) => `报告（${extensions.join('、')}）`,
    allFiles: '所有文件',
  },
  exportMarkdown: '导出 Markdown',
  exportPdf: '导出 PDF',
  notSaved: {
    message: '有划线或批注还没有存上。',
    detail: '现在关闭会失去它们。请检查磁盘空间和文件夹权限，然后重试。',
    retry: '重试',
    closeAnyway: '仍然关闭',
    cancel: '取消',
  },
  libraryNotOpened: '无法打开资料库',
}

const en: Texts = {
  appName: 'Meipi',
  menu: {
    sections: { file: '&File', edit: '&Edit', view: '&View', go: '&Go', help: '&Help' },
    commands: {
      'open-files': 'Open files…',
      'new-window': 'New window',
      'side-by-side': 'Read side by side…',
      'join-reports': 'Join with another report…',
      'split-report': 'Split into several reports…',
      'export-markdown': 'Export Markdown…',
      'export-pdf': 'Export PDF…',
      print: 'Print…',
      'remove-report': 'Move this report to the bin',
      bin: 'Bin…',
      undo: 'Undo',
      redo: 'Redo',
      find: 'Find in text…',
      palette: 'Go to…',
      back: 'Back',
      forward: 'Forward',
      'toggle-library': 'List of reports',
      'toggle-sidebar': 'Sidebar',
      'focus-mode': 'Focus mode',
      'show-outline': 'Outline',
      'show-terms': 'Terms',
      'show-notes': 'Notes',
      'larger-text': 'Larger text',
      'smaller-text': 'Smaller text',
      'normal-text': 'Normal size',
      'correct-report': 'Correct report details…',
      'correct-block': 'Correct this paragraph…',
      settings: 'Settings…',
      shortcuts: 'Keyboard shortcuts',
    },
    recent: 'Read recently',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    fullScreen: 'Full screen',
    developerTools: 'Developer tools',
    quit: 'Quit',
  },
  chooseFiles: {
    title: 'Open reports',
    reports: (extensions) => `Reports (${extensions.join(', ')})`,
    allFiles: 'All files',
  },
  exportMarkdown: 'Export Markdown',
  exportPdf: 'Export PDF',
  notSaved: {
    message: 'Some highlights or notes are not saved yet.',
    detail: 'Closing now loses them. Check the disk space and the rights of the folder, then try again.',
    retry: 'Try again',
    closeAnyway: 'Close anyway',
    cancel: 'Cancel',
  },
  libraryNotOpened: 'The library cannot be opened',
}

const TEXTS: Readonly<Record<Language, Texts>> = { zh, en }

/** The main process's words in the reader's language. */
export function textsIn(language: Language): Texts {
  return TEXTS[language]
}
