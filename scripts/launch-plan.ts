import { join } from 'node:path'
import type { ElectronRuntime } from './electron-runtime.ts'
import { type Command, dieWithParent } from './system/die-with-parent.ts'
import { hasSandbox } from './system/has-sandbox.ts'
import { projectRoot } from './system/project-root.ts'
import { findUnreadableFor } from './system/readable-by.ts'
import { say } from './system/say.ts'
import { asUser, environmentFor, type UnprivilegedUser, unprivilegedUser } from './unprivileged-user.ts'

/** How to start something that starts Electron: as whom, in which environment, with the sandbox or without. */
export interface LaunchPlan {
  /** Whom root runs it as; undefined when it runs as who we are. */
  readonly user: UnprivilegedUser | undefined
  readonly env: NodeJS.ProcessEnv
  /** Whether Chromium's sandbox works there; where not, Electron needs `--no-sandbox`. */
  readonly sandbox: boolean
  wrap(command: Command): Command
}

/**
 * Plans a launch of `runtime` that reads the project's `parts` (names in its folder). As root it is an unprivileged
 * user's, because Chromium refuses its sandbox to root; only where that cannot be is it root's, without a sandbox.
 * Says so whenever there is no sandbox.
 */
export async function planLaunch(runtime: ElectronRuntime, parts: readonly string[]): Promise<LaunchPlan> {
  const asOurselves: LaunchPlan = { user: undefined, env: { ...process.env }, sandbox: false, wrap: dieWithParent }
  const isRoot = process.getuid?.() === 0
  if (!isRoot) return withSandboxIfAny(runtime, asOurselves)

  const user = unprivilegedUser()
  if (!user) return noSandbox(asOurselves, '没有 setpriv 或 nobody 用户', 'there is no setpriv, or no user nobody')
  const unreadable = await findUnreadableFor(user, [runtime.folder, ...parts.map((part) => join(projectRoot, part))])
  if (unreadable)
    return noSandbox(asOurselves, `用户 ${user.name} 无法读取 ${unreadable}`, `${user.name} cannot read ${unreadable}`)

  say(
    `以 root 启动：改以用户 ${user.name} 运行（其主文件夹 ${user.home}）。`,
    `started by root: running as ${user.name} (home ${user.home}).`,
  )
  const env = environmentFor(user, process.env)
  return withSandboxIfAny(runtime, { user, env, sandbox: false, wrap: (command) => asUser(user, command) })
}

async function withSandboxIfAny(runtime: ElectronRuntime, plan: LaunchPlan): Promise<LaunchPlan> {
  if (await hasSandbox(runtime.folder, plan.wrap)) return { ...plan, sandbox: true }
  return noSandbox(plan, '系统不允许建立命名空间', 'this system forbids user namespaces')
}

function noSandbox(plan: LaunchPlan, chinese: string, english: string): LaunchPlan {
  say(
    `注意：${chinese}，Chromium 沙箱无法使用，只好加上 --no-sandbox。`,
    `WARNING: ${english}, so Chromium's sandbox cannot be used: adding --no-sandbox.`,
  )
  return plan
}
