/** Where a line can be told by its look alone. */
type Place =
  /** Anywhere: the line can be nothing else. */
  | 'any'
  /** Above the salutation and below the end of the speech, where no sentence of the report can be mistaken for it. */
  | 'edge'

interface FurnitureRule {
  readonly name: string
  readonly place: Place
  /** Tested against a whole line without its white space. */
  readonly pattern: RegExp
  readonly examples: readonly string[]
}

/** What web pages, forums and download sites put around a report, a row for each kind of furniture. */
export const FURNITURE_RULES: readonly FurnitureRule[] = [
  // Forums
  {
    name: 'forum-counter',
    place: 'any',
    pattern: /^(?:查看|阅读|浏览|点击|回复|评论|人气)[数量次]*[:：]?\d+(?:[|｜](?:回复|评论|查看)[:：]?\d+)*次?$/,
    examples: ['查看: 41|回复: 0', '浏览次数：1024', '阅读：12次'],
  },
  {
    name: 'forum-post-line',
    place: 'any',
    pattern: /^(?:.{0,16}[|｜])?发表于(?:\d|昨天|前天|今天).{0,50}$/,
    examples: ['发表于 2020-1-2 10:00:00 | 显示全部楼层 |阅读模式', '楼主 | 发表于 昨天 10:00'],
  },
  {
    name: 'forum-member',
    place: 'any',
    pattern:
      /^(?:•?TA的每日心情|•?签到天数[:：].{1,12}|\[LV\.\d+\].{0,16}|(?:Rank[:：]\d+)+|\[?复制链接\]?|电梯直达|只看该作者|显示全部楼层|设为首页(?:收藏本站)?|收藏本站|加为好友|发消息|个人主页|串个门|打招呼|发短消息)$/,
    examples: [
      '• TA的每日心情',
      '• 签到天数: 12 天',
      '[LV.3]偶尔看看II',
      'Rank: 7Rank: 7',
      '[复制链接]',
      '设为首页收藏本站',
    ],
  },
  {
    name: 'forum-member-figure',
    place: 'edge',
    pattern: /^(?:\d+万?|主题|帖子|积分|版主|精华|威望|金钱|听众|注册会员|管理员|楼主|沙发|在线时间[:：]?.{0,10})$/,
    examples: ['2万', '主题', '帖子', '积分', '版主', '177876'],
  },
  {
    name: 'forum-footer',
    place: 'any',
    pattern:
      /^(?:您需要登录后才可以回[帖复].{0,20}|本版积分规则|快速回复.{0,20}|返回(?:顶部|列表).{0,12}|高级模式|回帖后跳转到最后一页|PoweredbyDiscuz.{0,40}|Poweredby.{0,60}|Archiver.{0,60}|发表回复|点评回复举报)$/i,
    examples: [
      '您需要登录后才可以回帖 登录 | 立即注册',
      '本版积分规则',
      '快速回复 返回顶部 返回列表',
      'Powered by Discuz! X3.4',
    ],
  },
  // Portals
  {
    name: 'toolbar',
    place: 'any',
    pattern:
      /^(?:【?(?:字号|字体)(?:大小)?[:：]?[[【]?(?:[大中小]|加大|还原|减小|[\s|｜])*[】\]]?|A-A\+?|打印(?:本页|此页|文章)?|关闭(?:窗口|本页)|【?(?:打印|关闭|收藏|下载)(?:[|｜】【]*(?:打印|关闭|收藏|下载|纠错))*】?|扫一扫.{0,20}|分享(?:到|至)?[:：]?|分享到微信.{0,20}|我要纠错|语音播报|无障碍(?:浏览)?|返回首页|繁体|简体)$/,
    examples: [
      '【字号：',
      '【字体：大 中 小】',
      '打印本页',
      '【打印】【关闭】',
      '扫一扫在手机打开当前页',
      '分享到：',
      '下载',
      '收藏',
    ],
  },
  {
    name: 'toolbar-button',
    place: 'edge',
    pattern:
      /^(?:全屏|加大|还原|减小|[大中小]|】|【|[>›»|｜]+|关闭|首页|正文|打印|字体|字号|保存|纠错|评论[:：]?\d*|<!--|-->|【?E-mail推荐】?)$/i,
    examples: ['全屏', '加大', '还原', '】', '评论：0', '<!--', '>'],
  },
  {
    name: 'provenance',
    place: 'any',
    pattern: /^[（(【]?(?:文章|信息|稿件|新闻|内容|本文)?(?:来源|出处|供稿|原文(?:地址|链接)|来源URL)[:：].{0,160}$/,
    examples: ['来源：示例日报', '信息来源：市政府办公室', '来源:示例网 作者:佚名'],
  },
  {
    name: 'publication',
    place: 'edge',
    pattern:
      /^[【[（(]?(?:(?:发布|更新|发文|成文|录入|上传|修改|生成|公开)?(?:时间|日期)|发布(?:人|机构|单位|者)|发文(?:机关|单位|字号)|作者|编辑|责任编辑|责编|校对|编审|审核|录入|撰稿|记者|阅读(?:次数|量)?|浏览(?:次数|量)?|点击(?:次数|量)?|索引号|文号|主题分类|主题词|有效性|公开方式|当前位置|您(?:现在)?的位置|内容摘要|摘要|导读|关键词|关键字|标签|栏目|分类|信息索引)[:：].{0,160}$/,
    examples: [
      '时间：2026-02-07',
      '发布日期：2020年1月2日 10:00',
      '作者：佚名',
      '责任编辑：某某',
      '当前位置：首页 > 政务公开',
      '内容摘要：',
      '索引号：000014349/2020-00001',
    ],
  },
  {
    name: 'record-label',
    place: 'edge',
    pattern: /^(?:标题|正文|备注)[:：].{0,160}$/,
    examples: ['标题：', '正文：', '备注：原文存档于示例市档案馆'],
  },
  {
    name: 'web-date',
    place: 'edge',
    pattern:
      /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:(?:来源|作者|浏览|点击|阅读|文章来源)[:：]?.{0,40})?$|^\d{1,2}(?:小时|分钟|天)前$/,
    examples: ['2024-12-31 10:19', '03-30', '2022年02月22日 11:20 来源：示例日报', '1 小时前'],
  },
  {
    name: 'breadcrumb',
    place: 'any',
    pattern: /^(?:您?当前(?:的)?位置[:：]|您(?:现在)?(?:所在)?的位置[:：])?(?:网站)?首页(?:[>›»＞→/-].{1,24}){1,6}$/,
    examples: ['首页 > 政务公开 > 政府工作报告', '当前位置：首页>信息公开>正文'],
  },
  {
    name: 'caption',
    place: 'any',
    // 记者…摄 is a caption wherever it stands; the sentence before it tells what the picture shows.
    pattern: /^.{0,80}(?:记者|图片|图|通讯员|。|[（(]).{0,12}摄[)）]?(?:影报道)?。?$/,
    examples: ['图为大会现场。本报记者 某某 摄', '市长某某作政府工作报告。（某某摄）', '记者 某某 摄'],
  },
  {
    name: 'caption-speaker',
    place: 'edge',
    pattern: /^.{2,90}作《?政府工作报告》?[。.]?$/,
    examples: [
      '示例市市长某某作政府工作报告',
      '1月2日，在示例市第九届人民代表大会第三次会议上，市长某某向大会作《政府工作报告》',
    ],
  },
  {
    name: 'previous-next',
    place: 'any',
    pattern: /^(?:【?(?:上|下)一[篇页条]】?|前一篇|后一篇)[:：]?.{0,60}$/,
    examples: ['上一篇：2021年示例市政府工作报告', '下一篇', '下一页'],
  },
  {
    name: 'related',
    place: 'any',
    pattern:
      /^(?:【.{2,40}】)?[【[]?(?:相关(?:文章|解读|阅读|链接|报道|新闻|推荐|文档|资讯|内容|信息|稿件|附件|专题|范文|热词|搜索)|热门(?:标签|文章|推荐|阅读|搜索)|推荐(?:阅读|文章|度)|猜你喜欢|延伸阅读|精彩推荐|本栏(?:最新|推荐|目热门)|栏目导航|阅读排行|点击排行|排行榜|最新(?:文章|更新|文档)|标签云|标签|tags?|网友评论|发表评论|我要评论|更多>*|为您推荐|大家(?:都|还)在看|看过本文的人还看了|往期(?:推荐|回顾|精选))[】\]]?[:：]?$/i,
    examples: [
      '【示例市政府工作报告】相关文章：',
      '往期推荐',
      '相关报道：',
      '热门标签:',
      '推荐度:',
      '阅读排行',
      '标签云',
      '本栏最新',
      '相关文章',
      '猜你喜欢',
    ],
  },
  {
    name: 'share-site',
    place: 'edge',
    pattern:
      /^(?:QQ空间|QQ好友|新浪微博|腾讯微博|微信(?:朋友圈)?|朋友圈|人人网|开心网|百度空间|和讯|天涯社区|豆瓣网?|搜狐微博|网易微博|微博)$/,
    examples: ['QQ空间', '新浪微博', '天涯社区', '微信朋友圈'],
  },
  {
    name: 'download-site',
    place: 'any',
    pattern:
      /^(?:《.{2,60}\.(?:docx?|pdf|txt|wps)》|将本文的Word文档下载.{0,40}|文档为docx?格式|(?:文章|文档|全文|立即|免费)下载|VIP.{0,8}下载.{0,80}|VIP请直接.{0,120}|下载文档|.{0,12}格式.{0,6}共\d+页.{0,12}|本文由.{2,30}(?:收集|整理|提供).{0,30}|(?:更多|想了解更多).{2,40}请(?:访问|关注|点击).{0,40}|文库首页)$/i,
    examples: [
      '《示例.doc》',
      '将本文的Word文档下载到电脑,方便收藏和打印',
      '文档为doc格式',
      '文章下载',
      'VIP免费下载文档',
    ],
  },
  {
    name: 'attachment-file',
    place: 'any',
    pattern: /^(?:附件\d*[:：])?.{1,60}\.(?:docx?|pdf|wps|xlsx?|zip|rar|ofd)$/i,
    examples: ['2024年政府工作报告.doc', '附件：示例.pdf'],
  },
  {
    name: 'messenger',
    place: 'any',
    pattern:
      /^(?:点击(?:上方|下方|左下角|这里).{0,24}|长按.{0,12}二维码.{0,16}|识别.{0,8}二维码.{0,16}|阅读原文|写留言|点个.{0,4}在看.{0,12}|(?:在看|点赞|赞|阅读)\d{1,6}(?:\.\d)?万?\+?|监制[:：].{2,12})$/,
    examples: ['点击上方蓝字关注我们', '阅读原文', '在看 50', '监制：某某', '长按识别二维码关注'],
  },
  {
    name: 'site-footer',
    place: 'any',
    pattern:
      /^(?:版权所有.{0,60}|Copyright.{0,80}|©.{0,80}|网站标识码.{0,40}|.{0,10}ICP备.{0,60}|.{0,6}公网安备.{0,40}|网站地图.{0,40}|(?:免责|版权)声明.{0,160}|客服(?:中心|电话).{0,30}|在线咨询|建议使用.{0,60}浏览.{0,30})$/i,
    examples: [
      '版权所有 示例市人民政府',
      '网站标识码：0000000000',
      '客服中心',
      'Copyright © 2020',
      '免责声明：本站内容仅供参考',
    ],
  },
  {
    // Annexes name who holds what in the same words; only at the edge it is the site that does.
    name: 'site-contact',
    place: 'edge',
    pattern:
      /^(?:主办(?:单位)?[:：].{0,60}|承办(?:单位)?[:：].{0,60}|技术支持[:：].{0,60}|联系我们.{0,40}|关于我们.{0,40}|举报电话.{0,40}|联系电话[:：]?.{0,30}|地址[:：].{0,40}|邮编[:：].{0,12})$/,
    examples: ['主办：示例市人民政府办公室', '联系电话:', '地址：示例市人民路1号'],
  },
  {
    name: 'contact',
    place: 'edge',
    pattern:
      /^(?:\d{3,4}-\d{7,8}|周[一二三四五六日][~～—-]周[一二三四五六日]|\d{1,2}:\d{2}[-—~]\d{1,2}:\d{2}|https?:\/\/\S{4,200}|www\.\S{4,100})$/i,
    examples: ['010-00000000', '周一~周五', '9:00-18:00', 'https://example.org/report'],
  },
  {
    name: 'page-number',
    place: 'any',
    pattern:
      /^(?:[-—–－]+\d{1,3}[-—–－]+|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?|[（(]?第?\d{1,2}\/\d{1,2}页[）)]?|\d{1,3}\/\d{1,3}|共\d{1,3}页.{0,20})$/,
    examples: ['- 12 -', '第 3 页 共 20 页', '(第2/2页)', '—3—'],
  },
  {
    name: 'newswire',
    place: 'edge',
    pattern:
      /^(?:(?:新华社|本报|中新社|人民网).{0,20}(?:电|讯)|.{2,12}(?:门户网站|人民政府网|政府网)(?:www\..{4,30})?\d{4}年.{4,80})$/,
    examples: ['新华社北京3月15日电', '中央政府门户网站 www.gov.cn 2006年02月23日 来源：示例'],
  },
  {
    name: 'encyclopedia',
    place: 'any',
    pattern: /^(?:Publicdomain(?:false)*|.{0,30}公有领域。?|本作品.{0,40}|注[:：]中文维基.{0,40})$/i,
    examples: ['Public domain', '本作品是中华人民共和国的'],
  },
]

/** The rule that a line without its white space meets, or null. `edge` asks for the rules that hold only there too. */
export function matchFurniture(head: string, length: number, edge: boolean): string | null {
  // Every rule is for short lines; the longest sentence a download site writes has some 130 characters.
  if (length > 180) return null
  return FURNITURE_RULES.find((rule) => (edge || rule.place === 'any') && rule.pattern.test(head))?.name ?? null
}
