/** Tags that one annotation can have. */
const MOST_TAGS = 200

/** `#民生, 数据/环境` → `民生`, `数据/环境`; each once. A space or a comma ends a tag, `/` leads to one under another. */
export function parseTags(written: string): string[] {
  const words = written.split(/[\s,，、;；]+/u).map((word) =>
    word
      .replace(/^[#＃]+/u, '')
      .slice(0, 200)
      .replace(/[\ud800-\udbff]$/, ''),
  )
  return [...new Set(words.filter((word) => word !== ''))].slice(0, MOST_TAGS)
}
