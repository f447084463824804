import { Component, type ReactNode } from 'react'
import css from './CrashScreen.module.css'
import { textsNow } from './interface/define-texts.ts'
import { texts } from './interface/texts.ts'

interface CrashScreenProps {
  readonly children: ReactNode
}

/** What is shown when the window itself has failed: what happened, that nothing is lost, and the way on. */
export class CrashScreen extends Component<CrashScreenProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const t = textsNow(texts)
    return (
      <main className={css.screen} aria-label={t.appName}>
        <h1>{t.windowFailed}</h1>
        <p>{t.windowFailedDetail}</p>
        <button type="button" onClick={() => location.reload()}>
          {t.reload}
        </button>
      </main>
    )
  }
}
