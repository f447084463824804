/** Ends a paragraph that is complete: a sentence, with the quotation mark or bracket behind it. */
const COMPLETE = /[。！？!?；;：:…](?:[”"’』」）)》】]*)$|[”"』」）)]$/

/** Whether a line ends as a paragraph does; a line that does not goes on in the next, or is no running text. */
export function endsSentence(text: string): boolean {
  return COMPLETE.test(text.slice(-6))
}

/** The first sentence of a text: where it ends, before its full stop, and where the next begins. Null where there is only one. */
export function readLead(text: string, most: number): { readonly end: number; readonly next: number } | null {
  const stop = text.slice(0, most + 1).search(/[。！？]/)
  if (stop <= 0) return null
  const next = /^[。！？][”"]?\s*/.exec(text.slice(stop, stop + 8))?.[0].length ?? 1
  return stop + next >= text.length ? null : { end: stop, next: stop + next }
}
