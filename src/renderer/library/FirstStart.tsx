import { useTexts } from '../interface/define-texts.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import css from './FirstStart.module.css'
import { chooseAndOpen, openSample } from './open-files.ts'
import { texts } from './texts.ts'

/** What stands where the page will be: before the first report what this is, later which report to choose. */
export function FirstStart({ empty }: { readonly empty: boolean }) {
  const t = useTexts(texts)
  const { appName } = useTexts(windowTexts)
  return (
    <main className={css.desk} aria-label={appName}>
      <div className={css.sheet}>
        <span className={css.seal} aria-hidden="true">
          眉批
        </span>
        <h1 className={css.title}>{empty ? t.welcome : t.chooseReport}</h1>
        {empty && <p className={css.detail}>{t.welcomeDetail}</p>}
        <div className={css.acts}>
          <button type="button" className={css.primary} onClick={() => void chooseAndOpen()}>
            {t.openFiles}
          </button>
          {empty && (
            <button type="button" className={css.secondary} onClick={() => void openSample()}>
              {t.trySample}
            </button>
          )}
        </div>
        {empty && <p className={css.trust}>{t.welcomeTrust}</p>}
      </div>
    </main>
  )
}
