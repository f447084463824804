/** Words that copiers write behind the last sentence of a paragraph, a row for each kind. */
export const INJECTED_RULES = [
  { name: 'novel', pattern: /官场|小说|笔记$|全文阅读|最新章节|txt|电子书/i, example: '某某官场笔记' },
  {
    name: 'document-site',
    pattern: /范文|文库|公文网|文秘|秘书网|论文网|资料网|思想汇报|心得体会网/,
    example: '第一范文网',
  },
  { name: 'address', pattern: /https?:\/\/|www\.|\.(?:com|cn|net|org)\b/i, example: '更多请访问www.example.com' },
  {
    name: 'advertisement',
    pattern: /欢迎(?:访问|光临|下载)|转载请注明|版权归|微信公众号|扫码/,
    example: '转载请注明出处',
  },
] as const

/** Names that copiers write even between two sentences; nothing else in a report reads so. */
export const INJECTED_NAMES =
  /(?<=[。！？；])(?:侯卫东官场笔记|第一范文网|新世纪范文网|(?:更多|欢迎)[^，。；]{0,20}(?:请访问|访问)[^，。；]{2,40}|www\.[\w.-]{4,40})/g

/** The rule that a stray end of a paragraph meets; null for a sentence that was only cut off. */
export function matchInjectedWords(tail: string): string | null {
  const words = tail.trim()
  if (words === '' || words.length > 40 || /[，。；、]/.test(words)) return null
  return INJECTED_RULES.find(({ pattern }) => pattern.test(words))?.name ?? null
}
