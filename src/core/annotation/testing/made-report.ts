import { makeRandom, type Random } from './random.ts'

/** Formulas that stand in the report of every year, some of them more than once. */
const FORMULAS = [
  '坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展。',
  '各位代表！',
  '严格落实过紧日子要求，坚决守住不发生系统性风险的底线。',
  '现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。',
  '自觉接受市人大及其常委会的法律监督和工作监督，主动接受市政协民主监督，认真听取各方面意见。',
]

/** Sentences that recur with other figures. */
const FIGURES = [
  '地区生产总值完成#亿元，增长#%，总量居全省第#位。',
  '城镇新增就业#万人，零就业家庭动态清零，城乡居民人均可支配收入分别增长#%、#%。',
  '改造老旧小区#个，惠及居民#户，新增停车泊位#个。',
  '空气优良天数比例达到#%，地表水考核断面优良比例达到#%。',
]

const WORDS = [
  ...['持续', '加快', '深入', '全面', '积极', '有序', '推进', '实施', '完善', '优化', '提升', '打造', '建成', '启动'],
  ...['河长制', '数字政府', '产业链', '港口', '灌区', '学位', '养老服务', '矿山修复', '冷链物流', '县域医共体', '林权'],
  ...['试点', '工程', '体系', '平台', '机制', '项目', '园区', '集群', '行动', '标准', '能力', '通道', '质效', '格局'],
]

/** The report of a made city for one year, about `sentences` sentences long; the same for the same seed. */
export function makeReport(seed: number, year: number, sentences = 120): string {
  const random = makeRandom(seed * 10_000 + year)
  const lines = [`${year}年清浦市政府工作报告`, '各位代表：']
  for (let section = 0; section < 4; section++) {
    lines.push(`${'一二三四'.charAt(section)}、${section < 2 ? year - 1 : year}年${makeWords(random, 3)}`)
    for (let left = sentences / 4; left > 0; left -= 5)
      lines.push(`　　${Array.from({ length: 5 }, () => makeSentence(random)).join('')}`)
  }
  return `${lines.join('\n')}\n`
}

function makeSentence(random: Random): string {
  if (random.chance(0.15)) return random.pick(FORMULAS)
  if (random.chance(0.3)) return random.pick(FIGURES).replace(/#/g, () => String(1 + random.below(900) / 10))
  const clauses = Array.from({ length: 2 + random.below(3) }, () => makeWords(random, 4 + random.below(4)))
  return `${clauses.join('，')}。`
}

function makeWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join('')
}
