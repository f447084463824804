import type { SnapshotSummary } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import css from './SnapshotsDialog.module.css'
import { texts } from './texts.ts'

interface SnapshotListProps {
  /** The last first. */
  readonly snapshots: readonly SnapshotSummary[]
  readonly onRestore: (snapshot: SnapshotSummary) => void
}

/** The snapshots, day by day. */
export function SnapshotList({ snapshots, onRestore }: SnapshotListProps) {
  const t = useTexts(texts)
  const now = new Date()
  const days = groupByDay(snapshots, (moment) => t.day(moment, now))
  return [...days].map(([day, taken]) => (
    <section key={day} className={css.day}>
      <h3>{day}</h3>
      <ul aria-label={day}>
        {taken.map((snapshot) => {
          const { name, created, reason, bytes, counts, isReadable } = snapshot
          const facts = [...(counts ? [t.counts(counts.reports, counts.annotations)] : []), t.size(bytes)].join(' · ')
          return (
            <li key={name} className={css.row}>
              <time dateTime={created}>{t.time(new Date(created))}</time>
              <span className={css.facts}>
                {t.reasons[reason]}
                <small>{isReadable ? facts : t.unreadable}</small>
              </span>
              {isReadable && (
                <button
                  type="button"
                  aria-label={`${t.restore} ${day} ${t.time(new Date(created))}`}
                  onClick={() => onRestore(snapshot)}
                >
                  {t.restore}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  ))
}

function groupByDay(
  snapshots: readonly SnapshotSummary[],
  dayOf: (moment: Date) => string,
): Map<string, SnapshotSummary[]> {
  const days = new Map<string, SnapshotSummary[]>()
  for (const snapshot of snapshots) {
    const day = dayOf(new Date(snapshot.created))
    days.set(day, [...(days.get(day) ?? []), snapshot])
  }
  return days
}
