/** The peoples that names of autonomous areas hold, as they stand there: mostly with 族, the longer first. */
const PEOPLES = [
  '柯尔克孜|维吾尔|哈萨克|鄂伦春|鄂温克|达斡尔|塔吉克|蒙古|锡伯|各',
  '土家|布依|哈尼|傈僳|拉祜|仡佬|仫佬|毛南|景颇|撒拉|保安|东乡|裕固|朝鲜|布朗|普米|独龙|高山|赫哲|门巴|珞巴|基诺|阿昌|德昂|京',
  '藏|回|苗|彝|壮|满|侗|瑶|白|傣|黎|畲|水|纳西|土|羌|佤|怒',
].join('|')
const LAST_PEOPLE = new RegExp(`(?<=..)(?:(?:${PEOPLES})族|柯尔克孜|维吾尔|哈萨克|塔吉克|蒙古|锡伯)$`)

/** What follows a place's own name: 武汉市 → 武汉, 兴安盟 → 兴安, 塔城地区 → 塔城. */
const ORDINARY_END = /(?<=..)(?:特别行政区|地区|[省市盟县区旗])$/

/**
 * The part of an administrative name that is the place's own: 湖北 of 湖北省, 恩施 of 恩施土家族苗族自治州, 东乡 of
 * 东乡族自治县. A name of one character keeps its kind: 沙县, 郊区.
 */
export function bareName(name: string): string {
  const autonomous = /^(.{2,})自治[区州县旗]$/.exec(name)?.[1]
  if (autonomous === undefined) return name.replace(ORDINARY_END, '')
  let bare = autonomous
  while (LAST_PEOPLE.test(bare)) bare = bare.replace(LAST_PEOPLE, '')
  return bare.length > 2 ? bare.replace(/族$/, '') : bare
}

/** The usual short forms of an autonomous area: 恩施州 and 恩施自治州, 长阳县 and 长阳自治县. Empty for ordinary names. */
export function shortForms(name: string): readonly string[] {
  const kind = /自治([州县旗])$/.exec(name)?.[1]
  return kind === undefined ? [] : [bareName(name) + kind, `${bareName(name)}自治${kind}`]
}
