import { readFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import { protocol } from 'electron'

const SCHEME = 'app'
export const APP_ORIGIN = `${SCHEME}://meipi`
export const APP_URL = `${APP_ORIGIN}/index.html`

/** No network, no inline script, nothing embedded: the page is made of our own files alone. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Makes `app:` a scheme with an origin of its own. Has to run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the built page from its folder. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const path = resolveInside(folder, new URL(request.url))
    if (!path || request.method !== 'GET') return new Response('not found', { status: 404 })
    try {
      return new Response(await readFile(path), {
        headers: {
          'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      return new Response('not found', { status: 404 })
    }
  })
}

/** The file that an address names inside `folder`; null when the host is not ours or the path leads outside. */
export function resolveInside(folder: string, url: URL): string | null {
  if (url.host !== 'meipi') return null
  let name: string
  try {
    name = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (name.includes('\0')) return null
  const path = resolve(join(folder, name))
  const inside = relative(resolve(folder), path)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside ? null : path
}
