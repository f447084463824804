import { chownSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDisplay } from './display.ts'
import { ensureSystem } from './doctor.ts'
import { ensureElectron } from './electron-runtime.ts'
import { planLaunch } from './launch-plan.ts'
import { ensureBuild } from './system/ensure-build.ts'
import { projectRoot } from './system/project-root.ts'
import { runChild } from './system/run-child.ts'
import { runMain } from './system/run-main.ts'

/** What the suite and the app read of the checkout. */
const PARTS = ['package.json', 'out', 'resources', 'e2e', 'src', 'playwright.config.ts', 'node_modules']

// `npm run e2e [-- arguments of playwright test]`: Playwright itself runs as the unprivileged user, so that the app's
// files, the sandbox and what a test sees as forbidden are those of an ordinary reader.
await runMain(async () => {
  await ensureBuild()
  const runtime = await ensureElectron()
  await ensureSystem(runtime.executable, runtime.folder)
  const plan = await planLaunch(runtime, PARTS)
  const results = join(projectRoot, 'test-results')
  mkdirSync(results, { recursive: true })
  // A result or output of an earlier run may belong to someone who this run is not.
  for (const name of ['e2e.json', 'e2e']) rmSync(join(results, name), { recursive: true, force: true })
  if (plan.user) chownSync(results, plan.user.uid, plan.user.gid)
  const display = await openDisplay(process.env, plan.user)
  try {
    const playwright = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
    return await runChild(plan.wrap([process.execPath, playwright, 'test', ...process.argv.slice(2)]), {
      cwd: projectRoot,
      env: {
        ...plan.env,
        ...display.env,
        MEIPI_ELECTRON: runtime.executable,
        // Without an executablePath Playwright asks the electron package, and adds its loader, which waits for it.
        ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
        ...(plan.sandbox ? {} : { MEIPI_NO_SANDBOX: '1' }),
      },
    })
  } finally {
    display.close()
  }
})
