import type { TagCount } from '../../core/export/export-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import css from './ExportDialog.module.css'
import { toggled } from './export-draft.ts'
import { texts } from './texts.ts'

interface TagsChoiceProps {
  /** Those of the reports, with the tags above them. */
  readonly tags: readonly TagCount[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Tags of which one has to be there; each stands for those under it. None chosen asks for none. */
export function TagsChoice({ tags, chosen, onChange }: TagsChoiceProps) {
  const t = useTexts(texts)
  // A tag that was chosen and is in none of the reports now can still be let go.
  const gone = [...chosen].filter((tag) => tags.every((each) => each.tag !== tag)).map((tag) => ({ tag, count: 0 }))
  const shown = [...gone, ...tags]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a grid
    <div className={form.row} role="group" aria-label={t.tags}>
      <span className={form.label}>{t.tags}</span>
      {shown.length === 0 ? (
        <span className={css.none}>{t.noTags}</span>
      ) : (
        <ul className={css.tags}>
          {shown.map(({ tag, count }) => (
            <li key={tag} style={{ paddingInlineStart: `${(tag.split('/').length - 1) * 16}px` }}>
              <label className={css.check}>
                <input type="checkbox" checked={chosen.has(tag)} onChange={() => onChange(toggled(chosen, tag))} />
                <span className={css.name}>{tag}</span>
                <small>{count}</small>
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
