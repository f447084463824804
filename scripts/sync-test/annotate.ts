import { type Annotation, type AnnotationVersion, COLOR_IDS } from '../../src/core/annotation/annotation.ts'
import type { AnnotationChange } from '../../src/core/annotation/annotation-change.ts'
import { annotationLine } from '../../src/core/annotation/annotation-line.ts'
import type { VersionId } from '../../src/core/lineage/version-id.ts'
import type { Random } from '../kill-test/random.ts'
import type { WorkPlace } from './reader.ts'
import { shownWith } from './version-log.ts'

/** How many of a report's annotations are worked on: few, so that both sides meet in the same. */
const MOST_ANNOTATIONS = 5

/** Makes one change to an annotation of a report, or two where a deletion is undone. */
export async function annotate({ library, random, log, words }: WorkPlace, report: string): Promise<void> {
  const { annotations, text, conflicts } = await library.openReport(report)
  const make = async (
    before: Annotation | null,
    change: AnnotationChange,
    fields: Partial<AnnotationVersion>,
    from: readonly VersionId[],
  ) => {
    const after = await library.changeAnnotation(report, change)
    log.add(annotationLine, { line: `annotation ${report} ${change.id}`, before, after, fields, from })
    return after
  }
  const conflict = random.pick(conflicts)
  if (conflict && random.next() < 0.3) {
    const { id, versions } = conflict
    const kept = random.below(versions.length)
    const names = versions.map(({ versionId }) => versionId)
    const [keep = '1-'] = names.slice(kept)
    const note = words('合')
    const deleted = versions[kept]?.deleted ?? false
    const drop = names.filter((name) => name !== keep)
    await make(null, { act: 'settle', id, keep, drop, note }, { note, deleted }, names)
    return
  }
  const before = [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1))[random.below(MOST_ANNOTATIONS)]
  const note = words('注')
  if (!before) {
    const color = colorOf(random)
    const start = text.indexOf('第', random.below(text.length - 30))
    const add = { id: random.uuid(), start, end: start + 4, color, note }
    await make(null, { act: 'add', ...add }, { color, note }, [])
    return
  }
  const { id } = before
  const base = annotationLine.nameOf(annotationLine.shownBy(before))
  const from = shownWith(annotationLine, before)
  const kind = random.below(8)
  if (kind === 0) {
    const after = await make(before, { act: 'delete', id, base }, { deleted: true }, from)
    // Undone at once, sometimes.
    if (random.next() < 0.3)
      await make(after, { act: 'restore', id }, { deleted: false }, shownWith(annotationLine, after))
  } else if (kind === 1) {
    const color = COLOR_IDS[(COLOR_IDS.indexOf(before.color) + 1) % COLOR_IDS.length] ?? before.color
    await make(before, { act: 'edit', id, base, color }, { color }, from)
  } else if (kind === 2) {
    const tags = [words('标签')]
    await make(before, { act: 'edit', id, base, tags }, { tags }, from)
  } else await make(before, { act: 'edit', id, base, note }, { note }, from)
}

function colorOf(random: Random) {
  return random.pick(COLOR_IDS) ?? 'indigo'
}
