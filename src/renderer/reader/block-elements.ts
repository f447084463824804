/** The elements of the blocks that are on the page, by where their block starts. */
const elements = new Map<number, HTMLElement>()

/** Says that a block is on the page; the function returned says that it is not any more. */
export function enterBlock(start: number, element: HTMLElement): () => void {
  elements.set(start, element)
  return () => {
    if (elements.get(start) === element) elements.delete(start)
  }
}

/** The element of the block that starts there; null where it is not on the page. */
export function elementOfBlock(start: number): HTMLElement | null {
  return elements.get(start) ?? null
}
