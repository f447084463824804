import type { ReactNode } from 'react'
import { type AnnotationVersion, LONGEST_NOTE } from '../../core/annotation/annotation.ts'
import { joinVersions } from '../../core/annotation/join-versions.ts'
import type { AnnotationConflict } from '../../core/annotation/merge-annotations.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import { useLibrary } from '../library/library-store.ts'
import { parseTags } from '../notes/parse-tags.ts'
import { texts as noteTexts } from '../notes/texts.ts'
import { jumpTo, useReader } from '../reader/reader-store.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { ConflictList, type Settling } from './ConflictList.tsx'
import css from './Conflicts.module.css'
import { keepJoinDraft, useConflicts } from './conflict-store.ts'
import { Differing } from './Differing.tsx'
import { JoinForm } from './JoinForm.tsx'
import { settleAnnotation } from './settle.ts'
import { texts } from './texts.ts'

/** The annotations of the open report that were edited apart, each with its versions. */
export function AnnotationConflicts({ act }: { readonly act?: ReactNode }) {
  const t = useTexts(texts)
  const conflicts = useConflicts((state) => state.annotations)
  return (
    <ConflictList
      title={t.notes(conflicts.length)}
      hint={t.hint}
      conflicts={conflicts}
      act={act}
      card={(conflict, settling) => <AnnotationConflictCard conflict={conflict} settling={settling} />}
    />
  )
}

interface CardProps {
  readonly conflict: AnnotationConflict
  readonly settling: Settling
}

function AnnotationConflictCard({ conflict, settling }: CardProps) {
  const t = useTexts(texts)
  const draft = useConflicts((state) => state.drafts[conflict.id])
  const { id, versions } = conflict
  const [first] = versions
  const living = versions.filter(({ deleted }) => !deleted)
  const [base] = living
  const samePlace = versions.every((version) => isSamePlace(version, first))
  const joined = joinVersions(living)
  const isMore = living.length > 1 && living.every((version) => !saysAll(version, joined))
  return (
    <>
      {samePlace && first && <Quote version={first} />}
      <ConflictCard
        sides={versions.map((version, index) => ({
          ...version,
          body: (
            <VersionBody
              version={version}
              other={versions[index === 0 ? 1 : 0] ?? version}
              withQuote={!samePlace && !version.deleted}
            />
          ),
        }))}
        onKeep={(keep) => settling(() => settleAnnotation(conflict, keep))}
        canJoin={isMore}
        onJoin={() => keepJoinDraft(id, { text: joined.note, tags: joined.tags.join(' ') })}
        joining={
          base && draft ? (
            <JoinForm
              id={id}
              label={t.joined}
              draft={draft}
              longest={LONGEST_NOTE}
              tagged
              hint={t.place}
              onSave={({ text, tags }) =>
                settling(() => settleAnnotation(conflict, base.versionId, { note: text, tags: parseTags(tags) }))
              }
            />
          ) : null
        }
      />
    </>
  )
}

/** The words that it stands on; a press goes there, where the text at hand has them. */
function Quote({ version: { anchor, color } }: { readonly version: AnnotationVersion }) {
  const n = useTexts(noteTexts)
  const isHere = useReader(({ reading }) => reading?.opened.summary.textHash === anchor.textHash)
  if (!isHere)
    return (
      <p className={css.quote} data-tone={color}>
        {anchor.quote}
      </p>
    )
  return (
    <button
      type="button"
      className={css.quote}
      data-tone={color}
      title={n.jumpToPassage}
      onClick={() => jumpTo(toSourceRange(anchor.start, anchor.end))}
    >
      {anchor.quote}
    </button>
  )
}

interface VersionBodyProps {
  readonly version: AnnotationVersion
  /** What it is compared with. */
  readonly other: AnnotationVersion
  readonly withQuote: boolean
}

function VersionBody({ version, other, withQuote }: VersionBodyProps) {
  const t = useTexts(texts)
  const names = useLibrary((state) => state.colorNames)
  const { color, note, tags } = version
  // Beside a deletion there is nothing to compare: all of it was deleted there.
  const compared = other.deleted ? version : other
  if (version.deleted) return <p className={css.faint}>{t.deleted}</p>
  return (
    <>
      {withQuote && (
        <p className={css.quote} data-tone={color}>
          <Differing text={version.anchor.quote} other={compared.anchor.quote} />
        </p>
      )}
      <p className={css.facts}>
        <span className={css.color}>
          <span className={css.dot} data-tone={color} />
          {color === compared.color ? names[color] : <em>{names[color]}</em>}
        </span>
        {tags.map((tag) => (compared.tags.includes(tag) ? <span key={tag}>#{tag}</span> : <em key={tag}>#{tag}</em>))}
      </p>
      {note.trim() === '' ? (
        <p className={css.faint}>{t.noNote}</p>
      ) : (
        <p className={css.note}>
          <Differing text={note} other={compared.note} />
        </p>
      )}
    </>
  )
}

function isSamePlace({ anchor, deleted }: AnnotationVersion, other: AnnotationVersion | undefined): boolean {
  return deleted || (anchor.start === other?.anchor.start && anchor.quote === other.anchor.quote)
}

/** Whether a version has everything that all have together. */
function saysAll(
  version: AnnotationVersion,
  joined: { readonly note: string; readonly tags: readonly string[] },
): boolean {
  return version.note.trim() === joined.note && version.tags.length === joined.tags.length
}
