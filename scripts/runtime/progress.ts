const MEGABYTE = 1_000_000

/** Where progress is shown: stderr, or a stand-in. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** A download as it grows. */
export interface Progress {
  /** Tells how many bytes are there by now; it never runs backwards. */
  update(bytes: number): void
  /** Ends the line that is being rewritten on a terminal. */
  end(): void
}

/**
 * Shows how much of `totalBytes` is done (0: unknown): in place on a terminal, elsewhere a line every 25 MB,
 * so that a log stays short and yet shows that something happens.
 */
export function createProgress(totalBytes: number, stream: ProgressStream = process.stderr): Progress {
  const total = Math.round(totalBytes / MEGABYTE)
  const step = stream.isTTY ? 1 : 25
  let shown = 0
  return {
    update(bytes) {
      const done = Math.floor(Math.min(bytes, totalBytes || bytes) / MEGABYTE)
      if (done < shown + step) return
      shown = done - (done % step)
      const line = total ? `  ${done} / ${total} MB` : `  ${done} MB`
      stream.write(stream.isTTY ? `\r${line}` : `${line}\n`)
    },
    end() {
      if (stream.isTTY && shown > 0) stream.write('\n')
    },
  }
}
