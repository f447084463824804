/** So many characters at each end of a long stretch say where it is. */
const END = 18

/** The beginning and the end of a text, with dots between them; a text that would hardly get shorter is left as it is. */
export function elide(text: string): string {
  const characters = [...text]
  if (characters.length <= 2 * END + 4) return text
  return `${characters.slice(0, END).join('')}……${characters.slice(-END).join('')}`
}
