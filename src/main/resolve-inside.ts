import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** The file that an address names inside `folder`; null when the path leads outside or names the folder itself. */
export function resolveInside(folder: string, pathname: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (name.includes('\0')) return null
  const path = resolve(join(folder, name))
  const inside = relative(resolve(folder), path)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : path
}
