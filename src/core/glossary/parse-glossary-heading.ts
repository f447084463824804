interface HeadingRule {
  readonly name: string
  /** Tested against a whole line without its white space, brackets around it and a leading 附件一： taken off. */
  readonly pattern: RegExp
  /** Whether the words alone say that terms are explained; others need entries that look like it. */
  readonly sure: boolean
  readonly examples: readonly string[]
}

/** How the appendix that explains terms is headed, a row for each manner. */
export const GLOSSARY_HEADING_RULES: readonly HeadingRule[] = [
  {
    name: 'terms-explained',
    pattern:
      /^.{0,20}(?:名词|词语?|用语|术语|词汇|概念|专有名词|缩略语|新词|提法|表述)(?:及|和|与|的|、)?(?:有关|相关)?(?:术语|概念|情况|词语|用语|名词)?(?:的)?(?:解释|注释|说明|释义|解读|注解|简释|诠释|浅释|注)(?:(?:及|和|与|、)?(?:有关|相关)?(?:情况|事项|数据)?(?:的)?(?:说明|解释|注释))?$/,
    sure: true,
    examples: [
      '名词解释',
      '《政府工作报告》名词解释',
      '部分用语说明',
      '名词解释和有关情况说明',
      '词语注释',
      '2021年《政府工作报告》有关术语说明',
      '名词解释说明',
    ],
  },
  {
    name: 'report-annotated',
    pattern: /^.{0,8}《?政府工作报告》?(?:的)?(?:有关|相关)?(?:内容|名词|情况)?(?:名词)?(?:注释|注解|释义|解释|说明)$/,
    sure: true,
    examples: ['《政府工作报告》注释', '《政府工作报告》有关内容名词注释'],
  },
  {
    name: 'notes',
    pattern: /^(?:注释|附注|注解|尾注|脚注|释义|名词|注)$/,
    sure: false,
    examples: ['注释', '注 释', '附注'],
  },
  {
    name: 'explanations',
    pattern: /^(?:有关|相关)?(?:解释说明|情况说明|情况的说明|数据说明|内容说明|事项说明|说明)$/,
    sure: false,
    examples: ['有关情况说明', '解释说明', '数据说明'],
  },
]

/** Takes off what may stand around the words: brackets, 附件2：, 2、, a remark in brackets, a colon. */
function bareHeading(head: string): string {
  return head
    .replace(/[（(][^（）()]{2,24}[）)]$/, '')
    .replace(/^[【[（(]+|[】\]）)：:]+$/g, '')
    .replace(/^附(?:件|录|表|注)?\d{0,2}[一二三四五]?[:：、.]?(?=.{2})/, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.．]/, '')
    .replace(/[：:]$/, '')
}

/** The rule that a line without white space meets, or null. */
export function matchGlossaryHeading(head: string, length: number): HeadingRule | null {
  if (length > 45 || /[。；，]/.test(head)) return null
  const bare = bareHeading(head)
  return (
    GLOSSARY_HEADING_RULES.find(({ pattern }) => pattern.test(bare)) ??
    GLOSSARY_HEADING_RULES.find(({ pattern }) => pattern.test(head)) ??
    null
  )
}
