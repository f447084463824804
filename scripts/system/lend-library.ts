import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { asUser, environmentFor, type UnprivilegedUser } from '../unprivileged-user.ts'
import { capture } from './capture.ts'
import { say } from './say.ts'

/**
 * Makes the library's folder for `user` where there is none, as he could not make one in a folder of root's. One that
 * is there stays as it is; says so when he cannot write to it.
 */
export async function lendLibrary(user: UnprivilegedUser, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    chownSync(folder, user.uid, user.gid)
  }
  const env = environmentFor(user, process.env)
  const { code } = await capture(asUser(user, ['test', '-w', folder, '-a', '-x', folder]), { cwd: '/', env })
  if (code !== 0)
    say(
      `注意：用户 ${user.name} 无法写入资料库 ${folder}，请更改其属主或另选一个文件夹。`,
      `WARNING: ${user.name} cannot write to the library ${folder}: change its owner or choose another folder.`,
    )
}
