/** Tells the user one thing on stderr, Chinese first. stdout stays free for what a command answers. */
export function say(chinese: string, english: string): void {
  process.stderr.write(`眉批：${chinese}\nMeipi: ${english}\n`)
}
