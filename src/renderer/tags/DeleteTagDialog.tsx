import { findTag, tagsOf } from '../../core/tags/tag-tree.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { texts as windowTexts } from '../interface/texts.ts'
import { changeTagsEverywhere } from './change-tags.ts'
import { describeTag } from './describe-tag.ts'
import { texts } from './texts.ts'
import { useTagTree } from './use-tag-tree.ts'

/** Asks before a tag is taken from all that has it. */
export function DeleteTagDialog({ path }: { readonly path: string }) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const tree = useTagTree('all')
  const tag = findTag(tree, path)
  if (!tag) return null
  return (
    <ModalDialog title={t.deleteTitle}>
      <p>{t.deleteAsk(path, describeTag(tag), tagsOf(tag.children).length)}</p>
      <div className={form.acts}>
        <button type="button" onClick={closeDialog}>
          {w.cancel}
        </button>
        <button
          type="button"
          className={form.primary}
          // biome-ignore lint/a11y/noAutofocus: the answer that was asked for, and Escape is the other
          autoFocus
          onClick={() => {
            closeDialog()
            void changeTagsEverywhere({ act: 'delete', tag: path })
          }}
        >
          {w.delete}
        </button>
      </div>
    </ModalDialog>
  )
}
