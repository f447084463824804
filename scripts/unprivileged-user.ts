import { chownSync, mkdirSync, readFileSync } from 'node:fs'
import { type Command, hasSetpriv } from './system/die-with-parent.ts'
import { parsePasswd } from './system/passwd.ts'

/** `nobody` has no home; the app keeps its library and settings in one, so he gets one that lasts. */
const HOME_FOR_NOBODY = '/var/lib/meipi/home'

/** The user that the app runs as when root starts it. */
export interface UnprivilegedUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly home: string
}

/**
 * Whom root runs the app as: the one who called sudo, otherwise `nobody`. Undefined when the process is not root's,
 * or when root has nobody to be (no such user in `passwd`).
 */
export function chooseUser(
  uid: number | undefined,
  env: NodeJS.ProcessEnv,
  passwd: string,
): UnprivilegedUser | undefined {
  if (uid !== 0) return undefined
  const users = parsePasswd(passwd)
  const caller = users.find((user) => String(user.uid) === env.SUDO_UID && user.uid !== 0)
  if (caller) return { ...caller, gid: Number(env.SUDO_GID ?? caller.gid) }
  const nobody = users.find((user) => user.name === 'nobody')
  return nobody && { ...nobody, home: HOME_FOR_NOBODY }
}

/** The user for this process, with a home that he owns; undefined as `chooseUser` says, and where setpriv is missing. */
export function unprivilegedUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0 || !hasSetpriv()) return undefined
  const user = chooseUser(0, process.env, readFileSync('/etc/passwd', 'utf8'))
  if (user?.home === HOME_FOR_NOBODY) {
    mkdirSync(HOME_FOR_NOBODY, { recursive: true, mode: 0o755 })
    chownSync(HOME_FOR_NOBODY, user.uid, user.gid)
  }
  return user
}

/** The command, wrapped so that root runs it as `user` with no group or capability of root's; it dies with this process. */
export function asUser(user: UnprivilegedUser, command: Command): Command {
  const identity = ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups']
  return ['setpriv', ...identity, '--inh-caps=-all', '--pdeathsig', 'TERM', '--', ...command]
}

/** What of root's environment speaks of root: folders and sockets that are closed to others. */
const ROOTS_OWN = /^(XDG_.*|DBUS_.*|WAYLAND_.*|XAUTHORITY|TMPDIR|TMP|TEMP|MAIL|SUDO_.*|SSH_.*|GPG_.*)$/

/** The environment for a command that runs as `user`: his name and home, and nothing that points into root's. */
export function environmentFor(user: UnprivilegedUser, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !ROOTS_OWN.test(name)))
  return { ...kept, HOME: user.home, USER: user.name, LOGNAME: user.name }
}
