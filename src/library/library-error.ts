/** Something that a library refuses to do with its reports or its names; `message` is for the reader. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError'
}
