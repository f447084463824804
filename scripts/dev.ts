import { join } from 'node:path'
import { openDisplay } from './display.ts'
import { ensureSystem } from './doctor.ts'
import { ensureElectron } from './electron-runtime.ts'
import { dieWithParent } from './system/die-with-parent.ts'
import { projectRoot } from './system/project-root.ts'
import { runChild } from './system/run-child.ts'
import { runMain } from './system/run-main.ts'
import { SetupError } from './system/setup-error.ts'

// `npm run dev`: the app from its sources, reloading as they change.
await runMain(async () => {
  if (process.getuid?.() === 0)
    throw new SetupError(
      'Chromium 沙箱不能以 root 运行；请以普通用户运行 npm run dev，或改用 npm start。',
      "Chromium's sandbox does not run as root: use npm run dev as an ordinary user, or npm start.",
    )
  const runtime = await ensureElectron()
  await ensureSystem(runtime.executable, runtime.folder)
  const display = await openDisplay()
  try {
    const builder = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    return await runChild(dieWithParent([process.execPath, builder, 'dev', ...process.argv.slice(2)]), {
      cwd: projectRoot,
      env: { ...process.env, ...display.env, ELECTRON_EXEC_PATH: runtime.executable },
    })
  } finally {
    display.close()
  }
})
