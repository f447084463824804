import { ensureElectron } from './electron-runtime.ts'
import { runMain } from './system/run-main.ts'

// `npm run -s electron-path`: only the path goes to stdout, so that it can stand in $(…).
await runMain(async () => {
  const { executable } = await ensureElectron()
  process.stdout.write(`${executable}\n`)
  return 0
})
