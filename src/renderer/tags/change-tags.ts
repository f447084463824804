import type { TagOutcome } from '../../core/library-view.ts'
import type { Result } from '../../core/result.ts'
import { changeTags, type TagChange } from '../../core/tags/change-tags.ts'
import { textsNow } from '../interface/define-texts.ts'
import { type Act, recordAct, takeActBack } from '../interface/history-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { nameOf, tell, useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving, useAnnotations } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { followTags } from './tag-view-store.ts'
import { texts } from './texts.ts'

/** Renames, merges or deletes a tag in all reports. The line that says so takes it back, and so does 撤销. */
export async function changeTagsEverywhere(change: TagChange): Promise<void> {
  const outcome = await make(change)
  if (!outcome) return
  const t = textsNow(texts)
  const what = amountOf(outcome)
  if (outcome.edits.length === 0) {
    showToast({ text: outcome.cancelled ? t.stopped(what) : t.nothingChanged })
    return
  }
  const act = record(change, outcome)
  const done = change.act === 'delete' ? t.deleted(change.tag, what) : t.renamed(change.from, change.to, what)
  showToast({
    text: outcome.cancelled ? t.stopped(what) : done,
    act: { label: textsNow(windowTexts).undo, run: () => takeActBack(act) },
  })
}

/** Writes a change of tags down among what the reader did: without it, 撤销 would take back the act before. */
function record(change: TagChange, made: TagOutcome): Act {
  let outcome = made
  const act: Act = {
    label: textsNow(texts).acts[change.act],
    undo: () => takeBack(outcome),
    redo: async () => {
      outcome = (await make(change)) ?? outcome
    },
  }
  recordAct(act)
  return act
}

async function make(change: TagChange): Promise<TagOutcome | null> {
  const outcome = await afterSaving(() => meipi.changeTags(change))
  if (outcome) followTags((path) => changeTags([path], change)[0] ?? null)
  return outcome
}

async function takeBack({ edits }: TagOutcome): Promise<void> {
  const outcome = await afterSaving(() => meipi.takeBackTags([...edits]))
  if (!outcome) return
  // Which of the tags that are in sight were the old one's nobody knows any more.
  followTags(() => null)
  const t = textsNow(texts)
  const left = countOf(edits) - countOf(outcome.edits)
  const isWhole = left === 0 || outcome.cancelled || outcome.failed.length > 0
  showToast({ text: `${t.takenBack(amountOf(outcome))}${isWhole ? '' : ` ${t.leftAlone(left)}`}` })
}

/** What was written goes to the disk first: it belongs to the tags that are changed. Says what went wrong. */
async function afterSaving(act: () => Promise<Result<TagOutcome>>): Promise<TagOutcome | null> {
  flushDrafts()
  // A note that is still open for writing would be kept as it is seen there, with its old tags.
  useAnnotations.setState({ editing: null })
  const saved = await retrySaving()
  const answer = saved.ok ? await act() : saved
  if (!answer.ok) {
    tell(describeProblem(answer.problem))
    return null
  }
  const { reports } = useLibrary.getState()
  for (const { reportId, problem } of answer.value.failed) {
    const report = reports.find(({ id }) => id === reportId)
    tell(textsNow(texts).failedIn(report ? nameOf(report) : reportId, describeProblem(problem)))
  }
  return answer.value
}

function countOf(edits: TagOutcome['edits']): number {
  return edits.reduce((sum, { annotations }) => sum + annotations.length, 0)
}

function amountOf({ edits }: TagOutcome): string {
  const t = textsNow(texts)
  return [t.annotations(countOf(edits)), t.reports(edits.length)].join(t.between)
}
