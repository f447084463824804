import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { VersionId } from '../../core/lineage/version-id.ts'
import type { Problem } from '../../core/result.ts'
import { useTexts } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import css from './Conflicts.module.css'
import { texts } from './texts.ts'

/** One version of what is in conflict, as it is shown. */
export interface Side {
  readonly versionId: VersionId
  /** ISO 8601. */
  readonly modified: string
  readonly deleted: boolean
  readonly body: ReactNode
}

interface ConflictCardProps {
  readonly sides: readonly Side[]
  /** Null where it is saved. */
  readonly onKeep: (keep: VersionId) => Promise<Problem | null>
  /** Where versions are being joined; null where they are not. */
  readonly joining: ReactNode
  readonly canJoin: boolean
  readonly onJoin: () => void
}

/** The versions of one conflict with the ways to end it. */
export function ConflictCard({ sides, onKeep, joining, canJoin, onJoin }: ConflictCardProps) {
  const t = useTexts(texts)
  const id = useId()
  const join = useRef<HTMLButtonElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const hasDeletion = sides.some(({ deleted }) => deleted)
  const now = new Date()
  const isJoining = joining !== null
  const wasJoining = useRef(false)
  useEffect(() => {
    if (wasJoining.current && !isJoining) join.current?.focus()
    wasJoining.current = isJoining
  }, [isJoining])
  const keep = async (versionId: VersionId) => {
    if (busy) return
    setBusy(true)
    const refused = await onKeep(versionId)
    setProblem(refused)
    setBusy(false)
  }
  return (
    <div className={css.sides}>
      <ol className={css.versions}>
        {sides.map(({ versionId, modified, deleted, body }, index) => {
          const moment = new Date(modified)
          return (
            <li key={versionId} className={css.version}>
              <p id={`${id}-${index}`} className={css.when}>
                <b>{t.nth(index)}</b> {deleted ? t.deletedAt(moment, now) : t.edited(moment, now)}
              </p>
              {body}
              <button
                type="button"
                className={css.act}
                aria-describedby={`${id}-${index}`}
                aria-disabled={busy}
                onClick={() => void keep(versionId)}
              >
                {deleted ? t.delete : hasDeletion ? t.keep : t.useThis}
              </button>
            </li>
          )
        })}
      </ol>
      {problem && (
        <p className={css.problem} role="alert">
          {t.refused(describeProblem(problem))}
        </p>
      )}
      {joining}
      {canJoin && !isJoining && (
        <button ref={join} type="button" className={css.join} onClick={onJoin}>
          {t.join(sides.filter(({ deleted }) => !deleted).length)}
        </button>
      )}
    </div>
  )
}
