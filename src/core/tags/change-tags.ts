import { z } from 'zod'
import { isAtOrUnder, LONGEST_TAG, pathOf, toTag, toWholeTag } from './tag.ts'

const written = z.string().min(1).max(1000)

/** What can be done to a tag wherever it is; the tags under it go with it. */
export const tagChangeSchema = z.discriminatedUnion('act', [
  /** Where the new name is taken already, the two become one. */
  z.object({ act: z.literal('rename'), from: written, to: written }),
  z.object({ act: z.literal('delete'), tag: written }),
])

export type TagChange = z.infer<typeof tagChangeSchema>

/** A change of tags that cannot be made; `message` is for the reader. */
export class TagChangeError extends Error {
  override readonly name = 'TagChangeError'
}

/** The change with its tags in the one form. Throws a `TagChangeError` for a name that cannot be a tag's. */
export function checkTagChange(change: TagChange): TagChange {
  // The old name is what is stored somewhere, and need not be one that could be given now.
  if (change.act === 'delete') return { act: 'delete', tag: pathOf(change.tag) }
  const whole = toWholeTag(change.to)
  const to = toTag(change.to)
  if (to === null) throw new TagChangeError('新的标签名是空的。请写一个名称，例如：民生/教育。')
  if (whole.length > LONGEST_TAG) throw new TagChangeError(TOO_LONG)
  return { act: 'rename', from: pathOf(change.from), to }
}

const TOO_LONG = `标签最长 ${LONGEST_TAG} 个字，连同上级在内。请用短一些的名称。`

/**
 * The tags of one annotation or report after a change; the very list given where nothing changes. Each tag is there once,
 * where it stood first. Made twice a change is made once. Throws a `TagChangeError` where a tag would become too long.
 */
export function changeTags(tags: readonly string[], change: TagChange): readonly string[] {
  const next = tags.map((tag) => (isConcerned(tag, change) ? changeTag(tag, change) : tag))
  if (next.every((tag, index) => tag === tags[index])) return tags
  return [...new Set(next.filter((tag) => tag !== null))]
}

/** Whether a change speaks of a stored tag. */
export function isConcerned(tag: string, change: TagChange): boolean {
  const path = pathOf(tag)
  if (change.act === 'delete') return isAtOrUnder(path, change.tag)
  const { from, to } = change
  // What is under the new name already, where that is under the old one, is where it is to be.
  return isAtOrUnder(path, from) && !(isAtOrUnder(to, from) && isAtOrUnder(path, to))
}

function changeTag(tag: string, change: TagChange): string | null {
  if (change.act === 'delete') return null
  const { from, to } = change
  let path = pathOf(tag)
  // Moved up, `a/b/b` would become `a/b`, which is to be renamed again: that is done at once.
  do path = `${to}${path.slice(from.length)}`
  while (isConcerned(path, change))
  if (path.length > LONGEST_TAG) throw new TagChangeError(TOO_LONG)
  return path
}
