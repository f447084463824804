import { toTags } from '../../core/tags/tag.ts'

/** `#民生, 数据/环境` → `民生`, `数据/环境`; each once. A space or a comma ends a tag, `/` leads to one under another. */
export function parseTags(written: string): string[] {
  return toTags(written.split(/[\s,，、;；]+/u))
}
