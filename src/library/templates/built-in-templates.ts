import { LOGSEQ_TEMPLATE } from './logseq-template.ts'
import { OBSIDIAN_TEMPLATE } from './obsidian-template.ts'
import { PLAIN_TEMPLATE } from './plain-template.ts'

/** The templates that come with Meipi, by name. */
export const BUILT_IN_TEMPLATES = {
  obsidian: OBSIDIAN_TEMPLATE,
  logseq: LOGSEQ_TEMPLATE,
  plain: PLAIN_TEMPLATE,
} as const

export type BuiltInTemplate = keyof typeof BUILT_IN_TEMPLATES

/** Whether a name is that of a template that comes with Meipi. */
export function isBuiltInTemplate(name: string): name is BuiltInTemplate {
  return Object.hasOwn(BUILT_IN_TEMPLATES, name)
}
