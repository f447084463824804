import { textsNow } from '../interface/define-texts.ts'
import { recordAct } from '../interface/history-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell, useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { useReader } from '../reader/reader-store.ts'
import { texts } from './texts.ts'

/** Gives a report tags of its own; can be undone as long as it is open. */
export async function setReportTags(id: string, before: readonly string[], after: readonly string[]): Promise<void> {
  if (before.join(' ') === after.join(' ') || !(await store(id, after))) return
  if (useReader.getState().reading?.opened.summary.id === id)
    recordAct({
      label: textsNow(texts).setReportTags,
      undo: () => store(id, before),
      redo: () => store(id, after),
      stands: () => tagsOf(id) === after.join(' '),
      isBack: () => tagsOf(id) === before.join(' '),
    })
}

function tagsOf(id: string): string | undefined {
  return useLibrary
    .getState()
    .reports.find((report) => report.id === id)
    ?.tags.join(' ')
}

async function store(id: string, tags: readonly string[]): Promise<boolean> {
  const answer = await meipi.setReportTags(id, [...tags])
  if (!answer.ok) tell(describeProblem(answer.problem))
  return answer.ok
}
