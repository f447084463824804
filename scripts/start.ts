import { openDisplay } from './display.ts'
import { ensureSystem } from './doctor.ts'
import { ensureElectron } from './electron-runtime.ts'
import { planLaunch } from './launch-plan.ts'
import { parseAppArguments } from './system/app-arguments.ts'
import { ensureBuild } from './system/ensure-build.ts'
import { lendFiles } from './system/lend-files.ts'
import { lendLibrary } from './system/lend-library.ts'
import { projectRoot } from './system/project-root.ts'
import { runChild } from './system/run-child.ts'
import { runMain } from './system/run-main.ts'

/** What the app reads of the checkout. */
const PARTS = ['package.json', 'out', 'resources', 'node_modules']

// `npm start [-- FILE… | options of the app]`; its exit code is the app's.
await runMain(async () => {
  const { args, files, library } = parseAppArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  await ensureBuild()
  const runtime = await ensureElectron()
  await ensureSystem(runtime.executable, runtime.folder)
  const plan = await planLaunch(runtime, PARTS)
  const folder = library ?? process.env.MEIPI_LIBRARY
  if (plan.user && folder) await lendLibrary(plan.user, folder)
  const lent = plan.user && (await lendFiles(plan.user, files))
  const display = await openDisplay(process.env, plan.user)
  try {
    const switches = plan.sandbox ? [] : ['--no-sandbox']
    const appArgs = args.map((arg) => lent?.nameOf(arg) ?? arg)
    return await runChild(plan.wrap([runtime.executable, ...switches, '.', ...appArgs]), {
      cwd: projectRoot,
      env: { ...plan.env, ...display.env },
    })
  } finally {
    display.close()
    lent?.remove()
  }
})
