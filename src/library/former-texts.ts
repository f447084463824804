import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isInPlace, type TextVersion } from '../core/annotation/anchor.ts'
import type { Anchor, Annotation } from '../core/annotation/annotation.ts'
import type { Correction } from '../core/correction/correction.ts'
import { namesIn } from './folder-names.ts'
import { reportFiles } from './library-paths.ts'
import { isMissing } from './node-errors.ts'
import { sha256 } from './sha256.ts'
import { writeAtomically } from './synced-write.ts'

/** `text-1f3a5b7c.txt`: a text that the report had before, under the first digits of its sha256. */
const FORMER_TEXT = /^text-([0-9a-f]{8})\.txt$/

export function formerTextName(textHash: string): string {
  return `text-${textHash.slice(0, 8)}.txt`
}

export function isFormerText(name: string): boolean {
  return FORMER_TEXT.test(name)
}

/** What in a report speaks of a text. */
export interface Speaking {
  readonly annotations: readonly Annotation[]
  readonly corrections: readonly Correction[]
}

/** The anchors of everything whose words do not stand in a text where it says. Deleted annotations may come back: they count. */
export function strayAnchors({ annotations, corrections }: Speaking, version: TextVersion): Anchor[] {
  return [
    ...annotations.flatMap(({ anchor, conflicts = [] }) => [anchor, ...conflicts.map((version) => version.anchor)]),
    ...corrections.flatMap((correction) => (correction.what === 'field' ? [] : [correction.anchor])),
  ].filter((anchor) => !isInPlace(anchor, version))
}

/** Keeps a text that the report has had, and waits until the disk has it. */
export async function keepFormerText(folder: string, { text, textHash }: TextVersion): Promise<void> {
  await writeAtomically(join(folder, formerTextName(textHash)), text)
}

/** Reads the former texts with these hashes; one that is missing or was changed is left out. */
export async function readFormerTexts(folder: string, hashes: Iterable<string>): Promise<TextVersion[]> {
  const texts: TextVersion[] = []
  for (const textHash of new Set(hashes)) {
    const text = await readFile(join(folder, formerTextName(textHash)), 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (text !== null && sha256(text) === textHash) texts.push({ text, textHash })
  }
  return texts
}

/**
 * Finds a text among those that synchronisers laid aside: where two computers gave a report different texts, text.txt may be
 * of the one and report.json of the other. Null where it is not there.
 */
export async function findTextCopy(folder: string, textHash: string): Promise<string | null> {
  for (const name of await namesIn(folder)) {
    if (!/^text.+\.txt$/.test(name)) continue
    const text = await readFile(join(folder, name), 'utf8').catch(() => null)
    if (text !== null && sha256(text) === textHash) return text
  }
  return null
}

/**
 * Removes the former texts of which nothing speaks any more. That one cannot be removed is no harm. The text at hand stays
 * among them where text.txt is another one (see `openReportFolder`).
 */
export async function dropFormerTexts(folder: string, speaking: Speaking, version: TextVersion): Promise<void> {
  const needed = new Set(strayAnchors(speaking, version).map(({ textHash }) => formerTextName(textHash)))
  const own = formerTextName(version.textHash)
  for (const name of await namesIn(folder)) {
    if (!isFormerText(name) || needed.has(name)) continue
    if (name === own && !(await isText(folder, version))) continue
    await rm(join(folder, name)).catch(() => undefined)
  }
}

async function isText(folder: string, { textHash }: TextVersion): Promise<boolean> {
  const text = await readFile(reportFiles(folder).text, 'utf8').catch(() => null)
  return text !== null && sha256(text) === textHash
}
