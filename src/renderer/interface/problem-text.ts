import type { Problem } from '../../core/result.ts'
import { useSettings } from '../settings/settings-store.ts'

/** Problems and doubts in English, by their code. The Chinese words come with them. */
const ENGLISH: Readonly<Record<string, string>> = {
  missing: 'The file is not there. Check that it was not moved or renamed.',
  unreadable: 'This file may not be read. Allow reading it, then open it again.',
  folder: 'This is a folder. Choose the files in it.',
  empty: 'The file is empty: there is nothing to read.',
  'too-large': 'The file is larger than 20 MB, which no report is. Split it, or keep the report alone.',
  binary: 'This is not a text file. txt and md files in UTF-8 can be opened so far.',
  encoding: 'The file is not in UTF-8 (it may be GBK). Save it as UTF-8 and open it again.',
  unsupported: 'This format is not supported yet. txt and md files can be opened: save it as text first.',
  failed: 'The file could not be read. Try again; if that fails, check the disk.',
  ENOSPC: 'The disk is full: nothing was saved. Make room, then try again.',
  EACCES: 'The library folder may not be written to: nothing was saved. Check its permissions, then try again.',
  EPERM: 'The library folder may not be written to: nothing was saved. Check its permissions, then try again.',
  EROFS: 'The library folder is read-only: nothing was saved. Check its permissions, then try again.',
  LibraryGoneError:
    'The library folder is not there: nothing was saved. Connect its drive, or give it its name back, then try again.',
  LibraryBusyError: 'Another Meipi writes to this library. Close it, or try again later.',
  NewerSchemaError: 'A newer Meipi wrote this: it can be read at most, and not changed. Update Meipi.',
  newer: 'A newer Meipi wrote this: it can be read at most, and not changed. Update Meipi.',
  'read-only':
    'The library can be read, but not changed: the disk is full, or the folder may not be written to. Put that right, then open it again.',
  'read-only-asked': 'The library was opened for reading alone: nothing was saved.',
  'read-only-rights':
    'The library folder may not be written to: it can be read, but not changed. Check its permissions and the write protection of the disk, then open it again.',
  'read-only-full': 'The disk is full: the library can be read, but not changed. Make room, then open it again.',
  'read-only-migration':
    'The library needs a new form, and no snapshot could be taken before that: it can be read, but not changed. Check the disk and the permissions of your data folder, then open it again.',
  'no-snapshot': 'This snapshot is not there any more. Choose another.',
  ENOENT:
    'The folder to be written to is not there: nothing was saved. Connect its drive, or put it back, then try again.',
  EIO: 'The disk has errors: nothing was saved. Check it, and make a backup of the library soon.',
  damaged: 'This file is damaged: it was set aside where that could be done, and what was saved before is used.',
  report: 'This report cannot be read. Restore its folder from a backup, or import its file again.',
  merged: 'Another program changed this file too: both were merged.',
  'conflict-copy': 'A copy that a synchroniser had laid aside was merged, and kept in bin/conflicts.',
  'conflict-copy-left':
    'A copy that a synchroniser laid aside could not be merged: it was left where it is. Look at it, or delete it.',
  'brought-back':
    'This report was moved to the bin on another computer, and was worked on here: it was taken out of the bin again, with the notes of both.',
  snapshot: "Today's snapshot could not be taken. Check the disk and the permissions of your data folder.",
  MalformedRecordError:
    'This change is not of the form that can be read again: it was not saved. What was saved stays.',
  SnapshotFileError: 'This snapshot is damaged, or is none: nothing was restored. Choose another.',
  AnnotationChangeError: 'That highlight is not there any more, or its words are not in this report.',
  'no-file': 'No file was chosen yet. Choose the file of the other edition first.',
  'link-malformed':
    'This is not a link of Meipi, or not the whole of it; nothing was opened. Copy all of it from where it stands and try again.',
  'link-unknown-report':
    'The report that this link leads to is not in this library. Import it, or restore it from the bin; if it is in another library, open that one.',
  'not-printed': 'The report could not be printed. Check that a printer is set up, or export it as PDF.',
  'year-masked': 'The year is hidden in the title and was inferred from the text.',
  'year-unknown': 'The year of the report was not found.',
  'year-from-file-name': 'The text does not say its year, which was taken from the name of the file.',
  'region-unknown': 'The region of the report was not found.',
  'glossary-gap': 'A number is missing in the glossary: an entry may not have been recognised.',
  'marker-without-entry': 'There are note markers in the text, but no glossary entries for them.',
  'not-a-report': 'This does not look like a government work report. It is shown as plain text.',
  'template-variable':
    'The template names something that does not exist. Check the spelling; the names are listed below it.',
  'template-filter': 'There is no such filter. Check the spelling behind the bar.',
  'template-tag': 'There is no such tag. Check the spelling in {% … %}, or an end tag too many.',
  'template-open': 'Something is not closed. Add }}, %} or the end tag ({% endif %}, {% endfor %}).',
  'template-forbidden':
    'Templates cannot use this tag: it would read other files. Write its content into the template.',
  'template-limit': 'The template took too long or too much memory and was stopped. Loop less.',
  'template-length': 'The template is too long. Shorten it.',
  'template-syntax': 'This is not written as Liquid has it. Compare it with docs/templates.md.',
  'open-elsewhere': 'Another window shows this report. Close it there first.',
}

/** What went wrong and what to do, in the reader's language where there are words for it. */
export function describeProblem({ code, message }: Problem): string {
  const english = useSettings.getState().settings.language === 'en' ? ENGLISH[code] : undefined
  return english ?? message
}
