/** What a template can name, as the editor lists it; docs/templates.md has all of it. */
export const TEMPLATE_WORDS = [
  'report.heading',
  'report.title',
  'report.region',
  'report.tags',
  'report.link',
  'report.citation',
  'exported',
  'passages',
  'sections',
  'terms',
  'passage.quote',
  'passage.note',
  'passage.colorName',
  'passage.tags',
  'passage.section',
  'passage.link',
  'passage.created',
  '| md',
  '| md_lines',
  '| yaml',
  '| prefix_lines: "> "',
] as const

export type TemplateWord = (typeof TEMPLATE_WORDS)[number]
