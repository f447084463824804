import { defineTexts } from '../interface/define-texts.ts'

/** What is said of files that go out. */
export const texts = defineTexts(
  {
    savedAs: (path: string) => `已导出到 ${path}`,
    notExported: (message: string) => `没有导出：有批注还没有存上。${message}`,
  },
  {
    savedAs: (path) => `Exported to ${path}`,
    notExported: (message) => `Not exported: some notes could not be saved. ${message}`,
  },
)
