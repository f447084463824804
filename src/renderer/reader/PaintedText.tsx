import { createElement, useLayoutEffect, useRef } from 'react'
import type { Segment } from '../../core/annotation/segments.ts'
import type { Block } from '../../core/report/report.ts'
import { enterBlock } from './block-elements.ts'
import css from './Page.module.css'
import { paintBlock } from './paint-block.ts'

interface PaintedTextProps {
  readonly block: Block
  readonly text: string
  readonly segments: readonly Segment[]
}

/** The element of a block. It is empty for React: text and marks are put in by the painter alone. */
export function PaintedText({ block, text, segments }: PaintedTextProps) {
  const element = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (element.current) paintBlock(element.current, block, text, segments)
  }, [block, text, segments])
  useLayoutEffect(() => (element.current ? enterBlock(block.start, element.current) : undefined), [block.start])
  const { start, end, kind, level } = block
  const data = { 'data-block-start': start, 'data-block-end': end, 'data-kind': kind, 'data-level': level }
  return createElement(tagOf(block), { ...data, className: css[kind], ref: element })
}

function tagOf({ kind, level }: Block): 'h1' | 'h2' | 'h3' | 'h4' | 'p' {
  if (kind === 'title') return 'h1'
  if (kind === 'glossaryHeading') return 'h2'
  if (kind !== 'heading') return 'p'
  return level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4'
}
