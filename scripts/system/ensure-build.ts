import { join } from 'node:path'
import { isStale, readBuildState } from './build-state.ts'
import { capture } from './capture.ts'
import { dieWithParent } from './die-with-parent.ts'
import { projectRoot } from './project-root.ts'
import { say } from './say.ts'
import { SetupError } from './setup-error.ts'

/** Builds the app into `out/` unless that is newer than everything it is built from. Throws a SetupError with the builder's words. */
export async function ensureBuild(): Promise<void> {
  if (!isStale(readBuildState(projectRoot))) return
  say('正在构建……', 'building …')
  const builder = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const built = await capture(dieWithParent([process.execPath, builder, 'build', '--logLevel', 'warn']), {
    cwd: projectRoot,
  })
  if (built.code !== 0) {
    const output = `${built.stdout}${built.stderr}`.trim()
    throw new SetupError(`构建失败：\n${output}`, 'the build failed, see above')
  }
}
