import { foldKey } from '../../core/text/fold.ts'
import { matchesPinyin } from '../../core/text/match-pinyin.ts'

/** Whether a tag is what was typed: part of it, in Chinese or in pinyin. */
export function findsTag(path: string, typed: string): boolean {
  const query = foldKey(typed.replace(/^[#＃]+/u, ''))
  return query === '' || foldKey(path).includes(query) || matchesPinyin(path, query)
}
