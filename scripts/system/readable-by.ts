import { fileURLToPath } from 'node:url'
import { asUser, environmentFor, type UnprivilegedUser } from '../unprivileged-user.ts'
import { capture } from './capture.ts'
import { projectRoot } from './project-root.ts'

const checker = fileURLToPath(new URL('check-readable.ts', import.meta.url))

/**
 * The first of `paths` (with what lies below) that `user` cannot read, found by trying it as him: modes alone do not
 * tell (a closed folder further up, an ACL, a mount). The checkout itself when he cannot even run the check.
 */
export async function findUnreadableFor(user: UnprivilegedUser, paths: readonly string[]): Promise<string | undefined> {
  const env = environmentFor(user, process.env)
  const checked = await capture(asUser(user, [process.execPath, checker, ...paths]), { cwd: '/', env })
  if (checked.code === 0) return undefined
  return checked.stdout || projectRoot
}
