import { describe, expect, it } from 'vitest'
import { parsePolicy } from './apt.ts'
import { choosePackages } from './library-packages.ts'

const BOOKWORM = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
libasound2:
  Installed: 1.2.8-1+b1
  Candidate: 1.2.8-1+b1
`
// On Ubuntu 24.04 the old name is a virtual package, which apt lists but cannot choose a provider for by itself.
const NOBLE = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1build2
`

describe('choosePackages', () => {
  const cases = [
    {
      name: 'Debian 12',
      policy: BOOKWORM,
      lacking: ['libgtk-3.so.0', 'libasound.so.2'],
      packages: ['libasound2', 'libgtk-3-0'],
    },
    {
      name: 'Ubuntu 24.04',
      policy: NOBLE,
      lacking: ['libgtk-3.so.0', 'libasound.so.2'],
      packages: ['libasound2t64', 'libgtk-3-0t64'],
    },
    { name: 'no lists yet', policy: '', lacking: ['libasound.so.2', 'Xvfb'], packages: ['libasound2', 'xvfb'] },
    {
      name: 'three libraries of one package',
      policy: '',
      lacking: ['libnss3.so', 'libsmime3.so', 'libnssutil3.so'],
      packages: ['libnss3'],
    },
    { name: 'nothing lacking', policy: BOOKWORM, lacking: [], packages: [] },
  ]
  it.each(cases)('$name', ({ policy, lacking, packages }) => {
    const known = parsePolicy(policy)
    expect(choosePackages(lacking, (name) => known.has(name))).toEqual({ packages, unknown: [] })
  })

  it('says which it has no package for', () => {
    expect(choosePackages(['libnew.so.1', 'libX11.so.6'], () => false)).toEqual({
      packages: ['libx11-6'],
      unknown: ['libnew.so.1'],
    })
  })
})
