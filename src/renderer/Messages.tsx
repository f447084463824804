import { useTexts } from './interface/define-texts.ts'
import { describeProblem } from './interface/problem-text.ts'
import { texts } from './interface/texts.ts'
import { describePath } from './library/describe-path.ts'
import { dismissMessages, useLibrary } from './library/library-store.ts'
import css from './Messages.module.css'
import { useReader } from './reader/reader-store.ts'

/** What the reader should know: files that were not imported, records that were mended, where an export went. */
export function Messages() {
  const t = useTexts(texts)
  const messages = useLibrary((state) => state.messages)
  const notices = useLibrary((state) => state.notices)
  const reports = useLibrary((state) => state.reports)
  const problem = useReader((state) => state.problem)
  const lines = [
    ...(problem ? [t.openFailed(describeProblem(problem))] : []),
    ...messages,
    ...notices.map((notice) => t.noticeAt(describePath(notice.path, reports), describeProblem(notice))),
  ]
  if (lines.length === 0) return null
  const close = () => {
    dismissMessages()
    useReader.setState({ problem: null })
  }
  return (
    <div className={css.messages} role="alert">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" onClick={close}>
        {t.close}
      </button>
    </div>
  )
}
