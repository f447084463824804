import { COMMAND_NAMES } from '../core/command-names.ts'
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
  readonly exportNotes: string
  /** Asks for a folder that several reports go into. */
  readonly exportFolder: string
  readonly updateExported: string
  readonly exportAnnotations: string
  /** What a file of annotations of several reports is called, without the extension. */
  readonly annotationsFile: string
  readonly importAnnotations: string
  readonly exportHere: string
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
    commands: COMMAND_NAMES.zh,
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
  exportNotes: '导出划线和批注',
  exportFolder: '导出到哪个文件夹？',
  updateExported: '更新以前导出的文件',
  exportAnnotations: '导出批注',
  annotationsFile: '全部批注',
  importAnnotations: '导入批注',
  exportHere: '导出到这里',
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
    commands: COMMAND_NAMES.en,
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
  exportNotes: 'Export highlights and notes',
  exportFolder: 'Export into which folder?',
  updateExported: 'Bring an exported file up to date',
  exportAnnotations: 'Export annotations',
  annotationsFile: 'All annotations',
  importAnnotations: 'Import annotations',
  exportHere: 'Export here',
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
