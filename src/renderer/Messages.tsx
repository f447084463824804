import { zh } from './interface/zh.ts'
import { useLibrary } from './library/library-store.ts'
import css from './Messages.module.css'
import { useReader } from './reader/reader-store.ts'

/** What the reader should know: files that were not imported, records that were mended, where an export went. */
export function Messages() {
  const messages = useLibrary((state) => state.messages)
  const notices = useLibrary((state) => state.notices)
  const problem = useReader((state) => state.problem)
  const lines = [
    ...(problem ? [zh.openFailed(problem.message)] : []),
    ...messages,
    ...notices.map(({ path, message }) => zh.noticeAt(path, message)),
  ]
  if (lines.length === 0) return null
  const close = () => {
    useLibrary.getState().dismiss()
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
        {zh.close}
      </button>
    </div>
  )
}
