// Stands in for Electron's default app in a runtime that lacks it: opens the app whose folder (or main file) is
// the first argument that is not an option. Being an ES module with a top-level await, it holds back `ready` until
// the app's main module has run, as Electron's own does.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const requireFromHere = createRequire(join(process.cwd(), 'noop.js'))

/** Splits `[-r MODULE]… [--switch]… TARGET …`; what follows the target belongs to the app. */
function parseArguments(args) {
  const preloaded = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') preloaded.push(args[++i])
    else if (arg.startsWith('--require=')) preloaded.push(arg.slice('--require='.length))
    else if (arg === '-v' || arg === '--version') return { preloaded, version: true }
    else if (!arg.startsWith('-')) return { preloaded, target: arg }
  }
  return { preloaded }
}

/** The folder with the app's package.json, its contents, and the module to start; throws when there is nothing to start. */
function describeTarget(target) {
  const path = resolve(target)
  if (statSync(path).isFile()) return { folder: dirname(path), manifest: {}, main: path }
  const manifestPath = join(path, 'package.json')
  const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {}
  return { folder: path, manifest, main: requireFromHere.resolve(join(path, manifest.main ?? 'index.js')) }
}

async function openApp(target) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const { folder, manifest, main } = describeTarget(target)
  const name = manifest.productName ?? manifest.name
  if (name) app.name = name
  if (manifest.version) app.setVersion(manifest.version)
  if (process.platform === 'linux') app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(folder)
  await import(pathToFileURL(main).href)
}

const { preloaded, version, target } = parseArguments(process.argv.slice(1))
try {
  for (const module of preloaded) requireFromHere(module)
  if (version) {
    process.stdout.write(`v${process.versions.electron}\n`)
    app.exit(0)
  } else if (target === undefined) {
    process.stderr.write('usage: electron [options] FOLDER [arguments of the app]\n')
    app.exit(2)
  } else await openApp(target)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  app.exit(1)
}
