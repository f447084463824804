import { expect, it } from 'vitest'
import { xAuthority } from './x-authority.ts'

it('writes the one entry as Xau(3) lays it out', () => {
  const cookie = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  const scheme = Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex')
  expect(xAuthority(cookie).toString('hex')).toBe(`ffff${'0000'}${'0000'}0012${scheme}0010${cookie.toString('hex')}`)
})
