import type { Random } from './random.ts'
import { foreignText, joinTracked, mapUnits, sliceTracked, type TrackedText } from './tracked-text.ts'

const HANZI = /[\u4e00-\u9fff]/

/** Misprints: of so many hanzi one is replaced, left out or written twice with another between. */
export function misprint(
  tracked: TrackedText,
  random: Random,
  share: number,
  isAllowed: (offset: number) => boolean = () => true,
): TrackedText {
  const stranger = () => tracked.text.charAt(random.below(tracked.text.length)).trim() || '的'
  const parts: TrackedText[] = []
  let kept = 0
  for (let offset = 0; offset < tracked.text.length; offset++) {
    if (!HANZI.test(tracked.text.charAt(offset)) || !isAllowed(offset) || !random.chance(share)) continue
    const kind = random.pick(['replaced', 'replaced', 'missing', 'added'])
    parts.push(sliceTracked(tracked, kept, kind === 'added' ? offset + 1 : offset))
    if (kind !== 'missing') parts.push(foreignText(stranger()))
    kept = offset + 1
  }
  return joinTracked([...parts, sliceTracked(tracked, kept)])
}

/** Misprints where a text stood before alone, not in what was added to it: the copy is better than the original. */
export function misprintOriginals(tracked: TrackedText, random: Random, share: number): TrackedText {
  return misprint(tracked, random, share, (offset) => (tracked.origins[offset] ?? -1) >= 0)
}

/** Other figures: of so many runs of digits one has another value. */
export function changeFigures(tracked: TrackedText, random: Random, share: number): TrackedText {
  const parts: TrackedText[] = []
  let kept = 0
  for (const { index, 0: figure } of tracked.text.matchAll(/\d+/g)) {
    if (!random.chance(share)) continue
    parts.push(sliceTracked(tracked, kept, index), foreignText(String(Number(figure) + 1 + random.below(9))))
    kept = index + figure.length
  }
  return joinTracked([...parts, sliceTracked(tracked, kept)])
}

/** The sentences of a text, each with what ends it; together they are the text. */
export function cutSentences(tracked: TrackedText): TrackedText[] {
  return cutAfter(tracked, /[。！？；]["”]?\s*|\n+/g)
}

function cutAfter(tracked: TrackedText, end: RegExp): TrackedText[] {
  const ends = [...tracked.text.matchAll(end)].map(({ index, 0: sign }) => index + sign.length)
  return [0, ...ends]
    .map((start, index) => sliceTracked(tracked, start, ends[index] ?? tracked.text.length))
    .filter(({ text }) => text !== '')
}

/** Leaves out so many of the sentences; with `originals`, of those alone that stood in the text before. */
export function deleteSentences(tracked: TrackedText, random: Random, share: number, originals = false): TrackedText {
  const isSafe = ({ origins }: TrackedText) => originals && origins.every((origin) => origin < 0)
  return joinTracked(cutSentences(tracked).filter((sentence) => isSafe(sentence) || !random.chance(share)))
}

/**
 * Puts a sentence of another text behind so many of the sentences; not one that stands right beside that place already,
 * for then nobody could tell which of the two is the new one.
 */
export function insertSentences(
  tracked: TrackedText,
  random: Random,
  share: number,
  others: readonly string[],
): TrackedText {
  const all = cutSentences(tracked)
  return joinTracked(
    all.flatMap((sentence, index) => {
      if (!random.chance(share)) return [sentence]
      const other = random.pick(others)
      const isBeside = [sentence, all[index + 1]].some((beside) => beside?.text.trim() === other.trim())
      return isBeside ? [sentence] : [sentence, foreignText(other)]
    }),
  )
}

/** Puts a copy of so many of the paragraphs somewhere else. */
export function copyParagraphs(tracked: TrackedText, random: Random, share: number): TrackedText {
  const all = cutAfter(tracked, /\n+/g)
  const copies = all.filter(() => random.chance(share))
  const result = [...all]
  for (const { text } of copies) result.splice(random.below(result.length + 1), 0, foreignText(`${text}\n`))
  return joinTracked(result)
}

/** Puts so many of the paragraphs somewhere else. */
export function moveParagraphs(tracked: TrackedText, random: Random, share: number): TrackedText {
  const all = cutAfter(tracked, /\n+/g)
  const staying = [...all]
  for (const paragraph of all) {
    if (!random.chance(share)) continue
    staying.splice(staying.indexOf(paragraph), 1)
    staying.splice(random.below(staying.length + 1), 0, paragraph)
  }
  return joinTracked(staying.map((part) => (part.text.endsWith('\n') ? part : joinTracked([part, foreignText('\n')]))))
}

const HALF_WIDTH = new Map(
  [...'，,：:；;！!？?（(）)％%'.matchAll(/(.)(.)/gu), ...'“"”"‘\'’\'。.'.matchAll(/(.)(.)/gu)].map(
    ([, full = '', half = '']) => [full, half] as const,
  ),
)

/** Punctuation of half width, as after a conversion that knew only that, and figures of full width. */
export function changeWidth(tracked: TrackedText): TrackedText {
  return mapUnits(tracked, (unit) =>
    /[0-9]/.test(unit) ? String.fromCharCode(unit.charCodeAt(0) + 0xfee0) : (HALF_WIDTH.get(unit) ?? unit),
  )
}

const PORTAL_HEAD =
  '首页 > 政务公开 > 政府工作报告\n发布时间：2024-02-01 08:30  来源：市政府办公室  字号：[大 中 小]\n打印本页  关闭窗口\n\n'
const PORTAL_FOOT =
  '\n\n上一篇：关于印发年度重点工作分工的通知\n下一篇：没有了\n主办单位：市人民政府办公室  网站地图  联系我们\n'

/** The same report on another web page: a portal's furniture around it, paragraphs indented and set apart, no-break spaces. */
export function putOnAnotherPage(tracked: TrackedText): TrackedText {
  const lines = cutAfter(tracked, /\n+/g).flatMap((line) => [foreignText('\u3000\u3000'), line, foreignText('\n')])
  const spaced = mapUnits(joinTracked(lines), (unit) => (unit === ' ' ? '\u00a0' : unit))
  return joinTracked([foreignText(PORTAL_HEAD), spaced, foreignText(PORTAL_FOOT)])
}
