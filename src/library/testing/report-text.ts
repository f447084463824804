/** A report as small as it can be with everything in it: title block, two sections, a glossary of one entry. */
export const REPORT = `2025年汀溪县政府工作报告
——2025年1月6日在汀溪县第三届人民代表大会第四次会议上
汀溪县人民政府县长　何清

各位代表：
　　现在，我代表县人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
　　坚持“五源共治”[1]，空气质量持续改善。
二、2025年重点工作
　　抓好各项任务落实。

名词解释
1.“五源共治”：对五类污染源协同治理。
`
