import { describe, expect, it } from 'vitest'
import { asUser, chooseUser, environmentFor, type UnprivilegedUser } from './unprivileged-user.ts'

const PASSWD = `root:x:0:0:root:/root:/bin/bash
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
# no entry
wang:x:1000:1001:王:/home/wang:/bin/bash
`

describe('chooseUser', () => {
  const cases: { name: string; uid: number | undefined; env: NodeJS.ProcessEnv; chosen: string | undefined }[] = [
    { name: 'an ordinary user stays who he is', uid: 1000, env: {}, chosen: undefined },
    { name: 'a system without users', uid: undefined, env: {}, chosen: undefined },
    { name: 'root is nobody', uid: 0, env: {}, chosen: 'nobody 65534:65534 /var/lib/meipi/home' },
    { name: 'root through sudo', uid: 0, env: { SUDO_UID: '1000', SUDO_GID: '50' }, chosen: 'wang 1000:50 /home/wang' },
    { name: 'sudo without a group', uid: 0, env: { SUDO_UID: '1000' }, chosen: 'wang 1000:1001 /home/wang' },
    {
      name: 'root through sudo from root',
      uid: 0,
      env: { SUDO_UID: '0' },
      chosen: 'nobody 65534:65534 /var/lib/meipi/home',
    },
    {
      name: 'sudo by someone unknown',
      uid: 0,
      env: { SUDO_UID: '7' },
      chosen: 'nobody 65534:65534 /var/lib/meipi/home',
    },
  ]
  it.each(cases)('$name → $chosen', ({ uid, env, chosen }) => {
    const user = chooseUser(uid, env, PASSWD)
    expect(user && `${user.name} ${user.uid}:${user.gid} ${user.home}`).toBe(chosen)
  })

  it('finds nobody in a system that has no such user', () => {
    expect(chooseUser(0, {}, 'root:x:0:0:root:/root:/bin/sh\n')).toBeUndefined()
  })
})

const wang: UnprivilegedUser = { name: 'wang', uid: 1000, gid: 1001, home: '/home/wang' }

it("keeps root's folders and sockets out of the environment", () => {
  const env = { PATH: '/bin', LANG: 'zh_CN.UTF-8', DISPLAY: ':0', HOME: '/home/admin', TMPDIR: '/home/admin/tmp' }
  const root = { ...env, XDG_RUNTIME_DIR: '/run/user/0', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/0/bus' }
  expect(environmentFor(wang, root)).toEqual({
    ...{ PATH: '/bin', LANG: 'zh_CN.UTF-8', DISPLAY: ':0' },
    ...{ HOME: '/home/wang', USER: 'wang', LOGNAME: 'wang' },
  })
})

it('wraps a command so that nothing of it can be taken for an option', () => {
  const command = asUser(wang, ['electron', '.', '--library', '/a b'])
  expect(command.slice(command.indexOf('--'))).toEqual(['--', 'electron', '.', '--library', '/a b'])
  expect(command.join(' ')).toContain('--reuid 1000 --regid 1001 --clear-groups')
})
