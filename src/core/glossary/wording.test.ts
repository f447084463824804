import { describe, expect, it } from 'vitest'
import { foldWording } from './wording.ts'

describe('foldWording', () => {
  it.each([
    ['减轻作业负担、校外培训负担。', '减轻作业负担，校外培训负担'],
    ['指“四上”企业。', '“四上”企业'],
    ['是指大众创业、万众创新', '大众创业；万众创新。'],
    ['５Ｇ网络', '5G 网络。'],
  ])('%s says the same as %s', (one, other) => {
    expect(foldWording(one)).toBe(foldWording(other))
  })

  it.each([
    ['减轻作业负担。', '减轻学生作业负担。'],
    ['一指老年人；二指儿童。', '老年人；儿童。'],
  ])('%s says other than %s', (one, other) => {
    expect(foldWording(one)).not.toBe(foldWording(other))
  })
})
