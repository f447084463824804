/** Something that a library refuses to do with its reports or its names; `message` is for the reader. */
export class LibraryError extends Error {
  override readonly name: string = 'LibraryError'
}

/** Why a library can be read and not changed, beside that a newer version wrote it. */
export type ReadOnlyReason = 'read-only-asked' | 'read-only-rights' | 'read-only-full' | 'read-only-migration'

/** The library was opened for reading alone. */
export class ReadOnlyError extends LibraryError {
  override readonly name: ReadOnlyReason

  constructor(reason: ReadOnlyReason, message: string) {
    super(message)
    this.name = reason
  }
}

/**
 * The library's folder is not where it was: a drive was taken out, a network drive is away, someone renamed it. Nothing
 * is written then, least of all into an empty folder that is left in its place.
 */
export class LibraryGoneError extends LibraryError {
  override readonly name = 'LibraryGoneError'

  constructor(folder: string) {
    super(`找不到资料库文件夹 ${folder}，没有保存。如果它在移动硬盘或网络盘上，请接好后重试；如果改了名，请改回来。`)
  }
}
