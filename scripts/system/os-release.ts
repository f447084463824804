import { readFileSync } from 'node:fs'

/** What /etc/os-release says about the system, in lower case: its id and those it is like. Empty where it says nothing. */
export interface OsRelease {
  readonly id: string
  readonly idLike: readonly string[]
}

/** Parses os-release(5): lines `NAME=value`, the value perhaps in quotes. Lines that are none are passed over. */
export function parseOsRelease(text: string): OsRelease {
  const values = new Map<string, string>()
  for (const line of text.split('\n')) {
    const match = /^\s*([A-Z_]+)=(["']?)(.*)\2\s*$/.exec(line)
    if (match?.[1]) values.set(match[1], (match[3] ?? '').toLowerCase())
  }
  return { id: values.get('ID') ?? '', idLike: (values.get('ID_LIKE') ?? '').split(/\s+/).filter(Boolean) }
}

/** The running system's os-release; empty where there is no such file. */
export function readOsRelease(): OsRelease {
  try {
    return parseOsRelease(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return { id: '', idLike: [] }
  }
}

/** Whether the system is of the family: `debian` is Debian, Ubuntu and their kin. */
export function isLike(release: OsRelease, family: 'debian' | 'fedora'): boolean {
  return release.id === family || release.idLike.includes(family)
}
