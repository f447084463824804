/**
 * The Debian packages of the shared libraries that Electron is linked to, and of the display server. Where there are two names, the second is
 * the one since the 64-bit time_t transition (Ubuntu 24.04, Debian 13).
 */
const DEBIAN_PACKAGES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Xvfb: ['xvfb'],
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXss.so.1': ['libxss1'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libgdk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
}

/** Packages to install, and what no package is known for. */
export interface PackageChoice {
  readonly packages: readonly string[]
  readonly unknown: readonly string[]
}

/** The packages that may bring what is lacking on a Debian or Ubuntu; empty when it is not in the table. */
export function candidatePackages(lacking: string): readonly string[] {
  return DEBIAN_PACKAGES[lacking] ?? []
}

/** Chooses for each thing that is lacking the package that apt `knows`; where it knows none (no lists yet), the oldest name. */
export function choosePackages(lacking: readonly string[], knows: (name: string) => boolean): PackageChoice {
  const packages = new Set<string>()
  const unknown: string[] = []
  for (const name of lacking) {
    const candidates = candidatePackages(name)
    const chosen = candidates.find(knows) ?? candidates[0]
    if (chosen) packages.add(chosen)
    else unknown.push(name)
  }
  return { packages: [...packages].sort(), unknown }
}
