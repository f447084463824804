import MarkdownIt, { type Token } from 'markdown-it'

// HTML is on, so that words that pass for HTML show.
const markdown = new MarkdownIt({ html: true })

/** A quote as a reader of Markdown sees it: its paragraphs, and where the links in it lead. */
export interface ShownQuote {
  readonly paragraphs: readonly string[]
  readonly links: readonly string[]
}

/** The outermost quotes of a Markdown text. Anything in a paragraph but text, emphasis and links shows as `<its type>`. */
export function readShownQuotes(text: string): readonly ShownQuote[] {
  const quotes: { paragraphs: string[]; links: string[] }[] = []
  let depth = 0
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'blockquote_open' && depth++ === 0) quotes.push({ paragraphs: [], links: [] })
    if (token.type === 'blockquote_close') depth--
    const open = depth > 0 ? quotes.at(-1) : undefined
    if (token.type !== 'inline' || !open) continue
    open.paragraphs.push(shownBy(token))
    open.links.push(...linksOf(token))
  }
  return quotes
}

/** The kinds of blocks that stand side by side in a Markdown text, outermost only. */
export function readBlockKinds(text: string): readonly string[] {
  return markdown
    .parse(text, {})
    .filter(({ level, nesting }) => level === 0 && nesting >= 0)
    .map(({ type }) => type.replace(/_open$/, ''))
}

/** What a Markdown text shows, without its marks. */
export function renderHtml(text: string): string {
  return markdown.render(text)
}

function shownBy({ children }: Token): string {
  return (children ?? []).map(({ type, content }) => SHOWN[type] ?? (type === 'text' ? content : `<${type}>`)).join('')
}

const SHOWN: Readonly<Record<string, string>> = { link_open: '', link_close: '', softbreak: '\n' }

function linksOf({ children }: Token): string[] {
  return (children ?? []).flatMap((child) => (child.type === 'link_open' ? [String(child.attrGet('href'))] : []))
}
