/** Why a file cannot be imported, each with the sentence the reader sees: what is wrong and what to do. */
const MESSAGES = {
  missing: '找不到这个文件。请确认它没有被移动或改名。',
  unreadable: '没有读取这个文件的权限。请在系统里允许读取后再打开。',
  folder: '这是文件夹，请选择其中的文件。',
  empty: '文件是空的，没有可读的文字。',
  'too-large': '文件超过 20 MB，不像是一份报告。请先拆分，或只保留报告正文。',
  binary: '这不是文本文件。目前可以打开 UTF-8 编码的 txt 和 md 文件。',
  encoding: '文件不是 UTF-8 编码（可能是 GBK）。请先另存为 UTF-8 再打开。',
  unsupported: '还不支持这种格式。目前可以打开 txt 和 md 文件，请先另存为文本。',
  failed: '读取文件时出错。请重试；如果仍然失败，请检查磁盘。',
} as const

export type ImportProblem = keyof typeof MESSAGES

/** A file that cannot be imported. `message` is for the reader, in Chinese. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  readonly problem: ImportProblem

  constructor(problem: ImportProblem, cause?: unknown) {
    super(MESSAGES[problem], cause === undefined ? {} : { cause })
    this.problem = problem
  }
}
