import { describe, expect, it } from 'vitest'
import { isLike, parseOsRelease } from './os-release.ts'

describe('parseOsRelease', () => {
  const cases = [
    {
      name: 'Debian',
      text: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n',
      debian: true,
    },
    { name: 'Ubuntu', text: 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', debian: true },
    { name: 'Mint', text: 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', debian: true },
    { name: 'single quotes', text: "ID='debian'\n", debian: true },
    { name: 'capitals and CRLF', text: 'ID=Debian\r\n', debian: true },
    { name: 'Fedora', text: 'ID=fedora\nVARIANT="debian is no id"\n', debian: false, fedora: true },
    { name: 'Rocky', text: 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', debian: false, fedora: true },
    { name: 'Arch', text: 'ID=arch\n', debian: false },
    { name: 'a comment', text: '# ID=debian\nID=alpine\n', debian: false },
    { name: 'nothing', text: '', debian: false },
    { name: 'rubbish', text: '=\n\u0000\nID', debian: false },
  ]
  it.each(cases)('$name', ({ text, debian, fedora = false }) => {
    const release = parseOsRelease(text)
    expect(isLike(release, 'debian')).toBe(debian)
    expect(isLike(release, 'fedora')).toBe(fedora)
  })
})
