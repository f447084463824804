import { z } from 'zod'
import { LONGEST_LINK } from '../core/export/meipi-link.ts'

/** What comes in from outside: by command line, by a later start of the app, from the system. */
export interface Arrival {
  /** Absolute paths. */
  readonly files: readonly string[]
  /** Meant as a link into Meipi, as it was given. */
  readonly link: string | null
}

/** What a later start hands over. It is another process, which may be of another version. */
export const arrivalSchema = z.object({
  files: z.array(z.string()),
  link: z.string().nullable().default(null),
})

/** What came in from outside and no window has taken yet. */
export class Incoming implements Arrival {
  #files: readonly string[] = []
  #link: string | null = null

  get files(): readonly string[] {
    return this.#files
  }
  get link(): string | null {
    return this.#link
  }

  get isEmpty(): boolean {
    return this.#files.length === 0 && this.#link === null
  }

  /** Files are all kept; of several links the last one counts. */
  add({ files, link }: Arrival): void {
    this.#files = [...this.#files, ...files]
    // Of a link that is too long the beginning is enough to see that it is none of ours.
    this.#link = link?.slice(0, LONGEST_LINK + 1) ?? this.#link
  }

  /** Hands everything over; nothing is left. */
  take(): Arrival {
    const taken: Arrival = { files: this.#files, link: this.#link }
    this.#files = []
    this.#link = null
    return taken
  }
}
