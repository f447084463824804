import { useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import { blockCorrectionAt } from '../../core/correction/change-corrections.ts'
import { useTexts } from '../interface/define-texts.ts'
import menuCss from '../interface/menu.module.css'
import type { Reading } from '../reader/reader-store.ts'
import css from './BlockMenu.module.css'
import { closeBlockMenu, useBlockMenu } from './block-menu-store.ts'
import { correctBlock, correctEntry, resetBlock } from './correct-block.ts'
import { texts } from './texts.ts'

const LEVELS = [1, 2, 3] as const

/** Says what a block is, where the parser got it wrong: one press opens it, a second one corrects. */
export function BlockMenu({ reading }: { readonly reading: Reading }) {
  const t = useTexts(texts)
  const menu = useBlockMenu((state) => state.menu)
  const anchor = useRef<HTMLSpanElement>(null)
  const block = menu?.block
  const selected = menu?.selected ?? null
  const corrected =
    block !== undefined &&
    blockCorrectionAt(reading.opened.corrections, block.start, reading.opened.summary.textHash) !== null
  return (
    <>
      <span
        ref={anchor}
        className={css.anchor}
        style={menu ? { left: menu.point.x, top: menu.point.y } : undefined}
        aria-hidden="true"
      />
      <Popover
        className={menuCss.popover ?? ''}
        aria-label={t.menu}
        triggerRef={anchor}
        isOpen={menu !== null}
        onOpenChange={(open) => !open && closeBlockMenu()}
        placement="bottom start"
      >
        {block && (
          <Menu className={menuCss.menu ?? ''} aria-label={t.menu} autoFocus="first" onClose={closeBlockMenu}>
            {block.kind === 'glossaryEntry' && (
              <>
                <Item label={t.joinEntry} run={() => correctEntry('entry-join', block)} />
                <Item
                  label={t.splitEntry}
                  disabled={selected === null}
                  run={() => selected && correctEntry('entry-split', selected)}
                />
                <Item
                  label={t.entryTerm}
                  disabled={selected === null}
                  run={() => selected && correctEntry('entry-term', selected)}
                />
                <Separator className={menuCss.line ?? ''} />
              </>
            )}
            <Item
              label={t.asParagraph}
              current={block.kind === 'paragraph'}
              run={() => correctBlock(block, 'paragraph')}
            />
            {LEVELS.map((level) => (
              <Item
                key={level}
                label={t.asHeading(level)}
                current={block.kind === 'heading' && block.level === level}
                run={() => correctBlock(block, 'heading', level)}
              />
            ))}
            <Item
              label={t.asSalutation}
              current={block.kind === 'salutation'}
              run={() => correctBlock(block, 'salutation')}
            />
            <Item label={t.asByline} current={block.kind === 'byline'} run={() => correctBlock(block, 'byline')} />
            <Item label={t.asBoilerplate} run={() => correctBlock(block, 'boilerplate')} />
            {corrected && (
              <>
                <Separator className={menuCss.line ?? ''} />
                <Item label={t.asParsed} run={() => resetBlock(block)} />
              </>
            )}
          </Menu>
        )}
      </Popover>
    </>
  )
}

interface ItemProps {
  readonly label: string
  readonly run: () => void
  /** Whether the block is that already. */
  readonly current?: boolean
  readonly disabled?: boolean
}

function Item({ label, run, current = false, disabled = false }: ItemProps) {
  return (
    <MenuItem className={menuCss.item ?? ''} isDisabled={disabled || current} textValue={label} onAction={run}>
      {label}
      {current && <span aria-hidden="true"> ✓</span>}
    </MenuItem>
  )
}
