/** How a synchroniser names the copy that it lays aside when a file was changed in two places. */
interface ConflictCopyForm {
  readonly by: string
  /** What follows the file's name without its ending; the ending stands after it again. */
  readonly mark: RegExp
  /** Of annotations.json. */
  readonly example: string
}

/** Forms as these programs write them, from their documentation and source. */
export const CONFLICT_COPY_FORMS: readonly ConflictCopyForm[] = [
  {
    by: 'Syncthing',
    mark: /^(?:\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?)+$/,
    example: 'annotations.sync-conflict-20260102-030405-ABCDEFG.json',
  },
  {
    by: 'Dropbox',
    mark: /^ \((?:.{1,200}['’]s )?conflicted copy(?: \d{4}-\d\d-\d\d)?(?: \(\d+\)| \d+)?\)(?: \(\d+\))?$/i,
    example: "annotations (Li Hua's conflicted copy 2026-01-02).json",
  },
  {
    by: 'Dropbox in Chinese',
    mark: /^\s?[(（].{0,200}?冲突副本.{0,40}[)）]$/,
    example: 'annotations (李华的冲突副本 2026-01-02).json',
  },
  {
    by: 'Nextcloud',
    mark: /^ \(conflicted copy(?: .{1,100})? \d{4}-\d\d-\d\d \d{6}\)$/,
    example: 'annotations (conflicted copy 2026-01-02 030405).json',
  },
  {
    by: 'ownCloud, older Nextcloud',
    mark: /^_conflict-(?:.{1,100}-)?\d{8}-\d{6}$/,
    example: 'annotations_conflict-20260102-030405.json',
  },
  {
    by: 'Seafile',
    mark: /^ \(SFConflict .{1,200} \d{4}-\d\d-\d\d-\d\d-\d\d-\d\d\)$/,
    example: 'annotations (SFConflict li@example.org 2026-01-02-03-04-05).json',
  },
]

/** A conflict copy of one of our files. */
export interface ConflictCopy {
  /** Its name. */
  readonly name: string
  /** The file it is a copy of, or of whose generation before. */
  readonly of: string
}

/** Reads the name of a conflict copy of one of these files; null for anything else. */
export function parseConflictCopy(name: string, files: readonly string[]): ConflictCopy | null {
  for (const of of files) {
    const ending = '.json'
    const stem = of.slice(0, -ending.length)
    if (!name.startsWith(stem) || !name.endsWith(ending)) continue
    // The generation before is synchronised too, and copies are made of it.
    const mark = name.slice(stem.length, -ending.length).replace(/^\.previous(?=.)/, '')
    if (CONFLICT_COPY_FORMS.some((form) => form.mark.test(mark))) return { name, of }
  }
  return null
}
