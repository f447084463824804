import { knownToApt } from './apt.ts'
import { candidatePackages, choosePackages, type PackageChoice } from './library-packages.ts'
import { isLike, type OsRelease } from './os-release.ts'

/** The Debian packages for what is lacking, by the names that this system's apt knows. */
export async function chooseDebianPackages(lacking: readonly string[]): Promise<PackageChoice> {
  const known = await knownToApt(lacking.flatMap(candidatePackages))
  return choosePackages(lacking, (name) => known.has(name))
}

/** The command that installs what is lacking, for the user to run; undefined on a system whose packages we do not know. */
export async function installCommand(lacking: readonly string[], release: OsRelease): Promise<string | undefined> {
  if (isLike(release, 'debian')) {
    const { packages } = await chooseDebianPackages(lacking)
    return packages.length > 0 ? `sudo apt-get install --no-install-recommends ${packages.join(' ')}` : undefined
  }
  // dnf finds a package by a library or a file that it brings.
  const provided = lacking.map((name) => (name === 'Xvfb' ? '/usr/bin/Xvfb' : `'${name}()(64bit)'`))
  return isLike(release, 'fedora') ? `sudo dnf install ${provided.join(' ')}` : undefined
}
