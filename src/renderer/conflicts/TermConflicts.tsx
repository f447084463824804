import { joinTexts } from '../../core/annotation/join-versions.ts'
import type { ReaderTermConflict } from '../../core/glossary/merge-reader-terms.ts'
import { LONGEST_DEFINITION } from '../../core/glossary/reader-term.ts'
import { useTexts } from '../interface/define-texts.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { ConflictList, type Settling } from './ConflictList.tsx'
import css from './Conflicts.module.css'
import { keepJoinDraft, useConflicts } from './conflict-store.ts'
import { Differing } from './Differing.tsx'
import { JoinForm } from './JoinForm.tsx'
import { settleTerm } from './settle.ts'
import { texts } from './texts.ts'

/** The reader's own terms that were changed apart, each with its versions. */
export function TermConflicts() {
  const t = useTexts(texts)
  const conflicts = useConflicts((state) => state.terms)
  return (
    <ConflictList
      title={t.terms(conflicts.length)}
      hint={t.hint}
      conflicts={conflicts}
      card={(conflict, settling) => <TermConflictCard conflict={conflict} settling={settling} />}
    />
  )
}

interface CardProps {
  readonly conflict: ReaderTermConflict
  readonly settling: Settling
}

function TermConflictCard({ conflict, settling }: CardProps) {
  const t = useTexts(texts)
  const draft = useConflicts((state) => state.drafts[conflict.id])
  const { id, versions } = conflict
  const living = versions.filter(({ deleted }) => !deleted)
  const [base] = living
  const joined = joinTexts(living.map(({ definition }) => definition))
  const isMore = living.length > 1 && living.every(({ definition }) => definition.trim() !== joined)
  return (
    <ConflictCard
      sides={versions.map((version, index) => {
        const other = versions[index === 0 ? 1 : 0]
        const compared = other && !other.deleted ? other : version
        return {
          ...version,
          body: version.deleted ? (
            <p className={css.faint}>{t.deleted}</p>
          ) : (
            <>
              <p className={css.term}>
                <Differing text={version.term} other={compared.term} />
              </p>
              <p className={css.note}>
                <Differing text={version.definition} other={compared.definition} />
              </p>
            </>
          ),
        }
      })}
      onKeep={(keep) => settling(() => settleTerm(conflict, keep))}
      canJoin={isMore}
      onJoin={() => keepJoinDraft(id, { text: joined, tags: '' })}
      joining={
        base && draft ? (
          <JoinForm
            id={id}
            label={t.joinedDefinition}
            draft={draft}
            longest={LONGEST_DEFINITION}
            tagged={false}
            onSave={({ text }) => settling(() => settleTerm(conflict, base.versionId, { definition: text }))}
          />
        ) : null
      }
    />
  )
}
