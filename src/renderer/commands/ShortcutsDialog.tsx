import { COMMAND_IDS, COMMAND_KEYS } from '../../core/commands.ts'
import { useTexts } from '../interface/define-texts.ts'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { describeKeys } from './accelerator.ts'
import css from './ShortcutsDialog.module.css'
import { texts } from './texts.ts'

/** Every key that does something. */
export function ShortcutsDialog() {
  const t = useTexts(texts)
  const commands = COMMAND_IDS.filter((id) => COMMAND_KEYS[id] !== null).map(
    (id) => [describeKeys(id), t.labels[id].replace(/…$/, '')] as const,
  )
  return (
    <ModalDialog title={t.shortcuts} wide>
      <dl className={css.keys}>
        {[...commands, ...t.pageKeys].map(([keys, what]) => (
          <div key={what}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </ModalDialog>
  )
}
