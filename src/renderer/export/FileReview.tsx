import type { FileChanges, ReviewedFile } from '../../core/export/export-view.ts'
import type { EntryChange } from '../../core/export/merge-markdown.ts'
import { diffWords } from '../../core/text/diff-words.ts'
import { useTexts } from '../interface/define-texts.ts'
import css from './ExportDialog.module.css'
import { texts } from './texts.ts'

/** What would happen to one file that is there already. */
export function FileReview({ reviewed: { file, plan } }: { readonly reviewed: ReviewedFile }) {
  const t = useTexts(texts)
  return (
    <article className={css.file}>
      <h3 className={css.fileName}>{file}</h3>
      {plan.kind === 'update' ? (
        <Changes changes={plan.changes} />
      ) : (
        <p className={css.reason}>
          <b>{plan.kind === 'replace' ? t.replaced : t.refused}</b> {plan.reason}
          {plan.kind === 'replace' && ` ${t.backup(`${file}.bak`)}`}
        </p>
      )}
    </article>
  )
}

const KINDS = ['added', 'updated', 'removed', 'kept'] as const

function Changes({ changes: { counts, entries, fields, terms } }: { readonly changes: FileChanges }) {
  const t = useTexts(texts)
  const changed = counts.added + counts.updated + counts.removed
  return (
    <>
      <p className={css.counts}>{KINDS.map((kind) => t.changes[kind](counts[kind])).join(' · ')}</p>
      {changed === 0 && <p className={css.hint}>{t.noChanges}</p>}
      <ul className={css.entries}>
        {entries.map((entry) => (
          <li key={entry.blockId} data-kind={entry.kind}>
            <Entry entry={entry} />
          </li>
        ))}
        {fields.map(({ key, before, after }) => (
          <li key={key}>
            <b className={css.kind}>{t.fieldChanged(key)}</b>
            <Diff before={before ?? ''} after={after} />
          </li>
        ))}
        {terms.length > 0 && (
          <li>
            <b className={css.kind}>{t.termsAdded(terms.length)}</b>
            <p className={css.words}>{terms.join('、')}</p>
          </li>
        )}
      </ul>
      {changed > entries.length && <p className={css.hint}>{t.moreEntries(changed - entries.length)}</p>}
    </>
  )
}

function Entry({ entry: { kind, before, after } }: { readonly entry: EntryChange }) {
  const t = useTexts(texts)
  return (
    <>
      {kind !== 'kept' && <b className={css.kind}>{t.kinds[kind]}</b>}
      <Diff before={(before ?? '').trim()} after={(after ?? '').trim()} />
    </>
  )
}

/** One text becoming another: what goes is struck out, what comes is underlined. */
function Diff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className={css.words}>
      {diffWords(before, after).map(({ kind, text }, index) => {
        const Part = kind === 'gone' ? 'del' : kind === 'new' ? 'ins' : 'span'
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are one text, and change together
        return <Part key={index}>{text}</Part>
      })}
    </p>
  )
}
