import { expect, it } from 'vitest'
import { describeSystemError } from './describe-system-error.ts'

it.each([
  ['ENOSPC', '磁盘已满'],
  ['EDQUOT', '磁盘已满'],
  ['EACCES', '没有权限'],
  ['EROFS', '只读'],
  ['EIO', '出错'],
  ['ESTALE', '网络盘'],
])('says what %s means, and what to do', (code, words) => {
  const said = describeSystemError(Object.assign(new Error(`${code}: something`), { code }))
  expect(said).toContain(words)
  expect(said).toMatch(/请.*。$/)
})

it.each([new Error('something'), Object.assign(new Error('x'), { code: 'EWHATEVER' }), 'ENOSPC', null])(
  'has no words for %s',
  (error) => {
    expect(describeSystemError(error)).toBeNull()
  },
)
