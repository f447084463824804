import { zh } from '../interface/zh.ts'
import css from './FirstStart.module.css'
import { chooseAndOpen, openSample } from './open-files.ts'

/** What stands where the page will be: before the first report what this is, later which report to choose. */
export function FirstStart({ empty }: { readonly empty: boolean }) {
  return (
    <main className={css.desk} aria-label={zh.appName}>
      <div className={css.sheet}>
        <span className={css.seal} aria-hidden="true">
          眉批
        </span>
        <h1 className={css.title}>{empty ? zh.welcome : zh.chooseReport}</h1>
        {empty && <p className={css.detail}>{zh.welcomeDetail}</p>}
        <div className={css.acts}>
          <button type="button" className={css.primary} onClick={() => void chooseAndOpen()}>
            {zh.openFiles}
          </button>
          {empty && (
            <button type="button" className={css.secondary} onClick={() => void openSample()}>
              {zh.trySample}
            </button>
          )}
        </div>
        {empty && <p className={css.trust}>{zh.welcomeTrust}</p>}
      </div>
    </main>
  )
}
