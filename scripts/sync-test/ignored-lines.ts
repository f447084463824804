/** The lines that docs/sharing.md tells teams to put into .stignore: its block of that kind. Throws where there is none. */
export function ignoredLines(markdown: string): string[] {
  const [, block] = /^ *```stignore\n([\s\S]*?)^ *```$/m.exec(markdown) ?? []
  if (block === undefined) throw new Error('docs/sharing.md does not say what to ignore')
  return block
    .trim()
    .split('\n')
    .map((line) => line.trim())
}
