import css from './Toast.module.css'
import { hideToast, useToast } from './toast-store.ts'

/** The line at the bottom that says what has just happened. */
export function Toast() {
  const toast = useToast((state) => state.toast)
  return (
    <div role="status" aria-live="polite">
      {toast && (
        <p className={css.toast}>
          {toast.text}
          {toast.act && (
            <button
              type="button"
              onClick={() => {
                hideToast()
                toast.act?.run()
              }}
            >
              {toast.act.label}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
