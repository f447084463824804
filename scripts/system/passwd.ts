/** A user of passwd(5). */
export interface PasswdEntry {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly home: string
}

/** Parses passwd(5); lines that are no entries are passed over. */
export function parsePasswd(text: string): PasswdEntry[] {
  const entries: PasswdEntry[] = []
  for (const line of text.split('\n')) {
    const [name, , uid, gid, , home] = line.split(':')
    if (name && home && /^\d+$/.test(uid ?? '') && /^\d+$/.test(gid ?? ''))
      entries.push({ name, uid: Number(uid), gid: Number(gid), home })
  }
  return entries
}
