import { create } from 'zustand'
import { blockAt } from '../../core/report/block-at.ts'
import type { Block } from '../../core/report/report.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { useReader } from '../reader/reader-store.ts'
import { offsetAtEye } from '../reader/reading-place.ts'
import { blockElementAt, readSelection } from '../reader/source-selection.ts'

interface MenuPoint {
  readonly x: number
  readonly y: number
}

interface OpenMenu {
  readonly block: Block
  /** Words that were selected in the block when the menu was opened. */
  readonly selected: SourceRange | null
  /** In the window. */
  readonly point: MenuPoint
}

/** The menu that corrects a block. */
export const useBlockMenu = create<{ readonly menu: OpenMenu | null }>()(() => ({ menu: null }))

export function openBlockMenu(block: Block, point: MenuPoint): void {
  const selection = readSelection()
  const selected = selection && selection.start >= block.start && selection.end <= block.end ? selection : null
  useBlockMenu.setState({ menu: { block, selected, point } })
}

/** Opens the menu by keyboard: for the block with the selection or the focus, else for the one at the reader's eye. */
export function openBlockMenuHere(): void {
  const blocks = useReader.getState().reading?.opened.report.blocks ?? []
  const focused = document.activeElement?.closest<HTMLElement>('[data-block-start]')?.dataset.blockStart
  const offset = readSelection()?.start ?? (focused === undefined ? offsetAtEye() : Number(focused))
  const block = offset === null ? null : blockAt(blocks, offset)
  const element = block && blockElementAt(block.start)
  if (!block || !element) return
  const { left, top } = element.getBoundingClientRect()
  openBlockMenu(block, { x: left, y: Math.max(top, 80) })
}

export function closeBlockMenu(): void {
  useBlockMenu.setState({ menu: null })
}
