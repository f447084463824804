import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceEvidence } from './place-evidence.ts'
import { resolvePlace } from './resolve-place.ts'
import { gazetteerUnits } from './units.ts'

const NOTHING: PlaceEvidence = { meeting: null, titles: [], fileName: null, bylines: [], text: '' }

/** code/province/city/county, a dash for null. */
function resolve(region: string, evidence: Partial<PlaceEvidence> = {}): string | null {
  const place = resolvePlace(region, { ...NOTHING, ...evidence })
  return place && [place.code, place.province, place.city, place.county].map((field) => field ?? '-').join('/')
}

const PLAIN: readonly (readonly [why: string, region: string, place: string | null])[] = [
  ['a district', '江岸区', '420102/湖北省/武汉市/江岸区'],
  ['a county-level city', '洪湖市', '421083/湖北省/荆州市/洪湖市'],
  ['a city', '荆州市', '421000/湖北省/荆州市/-'],
  ['a province', '海南省', '460000/海南省/-/-'],
  ['an autonomous region', '内蒙古自治区', '150000/内蒙古自治区/-/-'],
  ['with its city before it', '武汉市江岸区', '420102/湖北省/武汉市/江岸区'],
  ['with province and city', '湖北省武汉市江岸区', '420102/湖北省/武汉市/江岸区'],
  ['with short names before it', '湖北武汉江岸区', '420102/湖北省/武汉市/江岸区'],
  ['a name of many, with its city', '长春市朝阳区', '220104/吉林省/长春市/朝阳区'],
  ['a name of many, with a city’s short name', '长春朝阳区', '220104/吉林省/长春市/朝阳区'],
  ['a municipality has no city', '北京市', '110000/北京市/-/-'],
  ['nor have its districts', '北京市朝阳区', '110105/北京市/-/朝阳区'],
  ['nor its counties', '城口县', '500229/重庆市/-/城口县'],
  ['run by its province', '天门市', '429006/湖北省/-/天门市'],
  ['run by its region', '石河子市', '659001/新疆维吾尔自治区/-/石河子市'],
  ['a city without counties', '东莞市', '441900/广东省/东莞市/-'],
  ['a prefecture', '西双版纳傣族自治州', '532800/云南省/西双版纳傣族自治州/-'],
  ['a prefecture’s short form', '西双版纳州', '532800/云南省/西双版纳傣族自治州/-'],
  ['its other short form', '湘西自治州', '433100/湖南省/湘西土家族苗族自治州/-'],
  ['a people without 族', '伊犁州', '654000/新疆维吾尔自治区/伊犁哈萨克自治州/-'],
  ['another people without 族', '塔什库尔干县', '653131/新疆维吾尔自治区/喀什地区/塔什库尔干塔吉克自治县'],
  ['an autonomous county’s short form', '长阳县', '420528/湖北省/宜昌市/长阳土家族自治县'],
  ['a league', '兴安盟', '152200/内蒙古自治区/兴安盟/-'],
  ['a name that is gone', '徐水县', '-/-/-/徐水县'],
  ['a name that is gone, in its city', '保定市徐水县', '-/河北省/保定市/徐水县'],
  ['a municipality’s county that is gone', '重庆市大足县', '-/重庆市/-/大足县'],
  ['a new area', '新区', '-/-/-/新区'],
  ['a new area with a city’s name', '长春新区', '-/-/-/长春新区'],
  ['a prefecture that is gone', '毕节地区', '-/-/毕节地区/-'],
  ['a city that was renamed', '襄樊市', '-/湖北省/襄樊市/-'],
  ['a county of another city', '武汉市洪湖市', '-/湖北省/武汉市/洪湖市'],
  ['the state', '国务院', null],
  ['a town', '示例镇', null],
  ['nothing', '', null],
]

const DECIDED: readonly (readonly [why: string, region: string, evidence: Partial<PlaceEvidence>, place: string])[] = [
  ['nothing decides', '鼓楼区', {}, '-/-/-/鼓楼区'],
  ['meeting', '鼓楼区', { meeting: '南京市鼓楼区第一届人民代表大会第一次会议' }, '320106/江苏省/南京市/鼓楼区'],
  ['title', '朝阳区', { titles: ['北京市朝阳区政府工作报告'] }, '110105/北京市/-/朝阳区'],
  ['title, the kind left out', '市中区', { titles: ['济南市中区政府工作报告'] }, '370103/山东省/济南市/市中区'],
  ['file name', '鼓楼区', { fileName: '河南_开封_鼓楼区.md' }, '410204/河南省/开封市/鼓楼区'],
  ['first lines', '鼓楼区', { text: '各位代表：福州市今年…' }, '350102/福建省/福州市/鼓楼区'],
  [
    'the name with its city, deep in the speech',
    '市中区',
    { text: `${'字'.repeat(900)}乐山市市中区` },
    '511102/四川省/乐山市/市中区',
  ],
  ['a province with two of them', '鼓楼区', { titles: ['江苏省鼓楼区政府工作报告'] }, '-/江苏省/-/鼓楼区'],
  ['a province, then a city', '鼓楼区', { titles: ['江苏省'], fileName: '徐州.md' }, '320302/江苏省/徐州市/鼓楼区'],
  ['two cities that both have one', '鼓楼区', { text: '南京市和徐州市' }, '-/江苏省/-/鼓楼区'],
  ['a city elsewhere decides nothing', '鼓楼区', { text: '到成都市考察' }, '-/-/-/鼓楼区'],
  ['a city that has none any more', '郊区', { titles: ['长治市郊区政府工作报告'] }, '-/山西省/长治市/郊区'],
  ['a city elsewhere moves no sure name', '江岸区', { text: '对口支援成都市' }, '420102/湖北省/武汉市/江岸区'],
  ['a county that is gone', '徐水县', { fileName: '河北_保定市_徐水县.md' }, '-/河北省/保定市/徐水县'],
]

describe('resolvePlace', () => {
  it.each(PLAIN)('%s: %s', (_, region, place) => {
    expect(resolve(region)).toBe(place)
  })

  it.each(DECIDED)('%s: %s', (_, region, evidence, place) => {
    expect(resolve(region, evidence)).toBe(place)
  })

  it('every unit of the gazetteer is found by its names from the province down', () => {
    const lost = [...new Set([...gazetteerUnits().byName.values()].flat())]
      .filter(({ code }) => code !== null)
      .filter(({ province, city, county, code }) => {
        const region = [province, city, county].filter((name) => name !== null).join('')
        return resolvePlace(region, NOTHING)?.code !== code
      })
    expect(lost).toEqual([])
  })

  it('any string resolves', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...'北京市中区吉林省朝阳县州自治盟旗')).map((characters) => characters.join('')),
    )
    fc.assert(
      fc.property(words, words, words, (region, title, text) => {
        const place = resolvePlace(region, { ...NOTHING, titles: [title], text })
        expect(place === null || place.province !== null || place.city !== null || place.county !== null).toBe(true)
      }),
    )
  })

  it('never finds a county outside the city that is named before it', () => {
    const all = [...gazetteerUnits().byName.values()].flat()
    const cities = fc.constantFrom(...all.filter(({ city, county }) => city !== null && county === null))
    const counties = fc.constantFrom(...all.filter(({ county }) => county !== null))
    fc.assert(
      fc.property(cities, counties, fc.string({ unit: 'binary' }), (city, { name }, text) => {
        const inRegion = resolvePlace(`${city.name}${name}`, { ...NOTHING, text })
        const inTitle = resolvePlace(name, { ...NOTHING, titles: [`${city.name}${name}政府工作报告`], text })
        for (const place of [inRegion, inTitle])
          expect(place).toMatchObject({ province: city.province, city: city.name })
      }),
      { numRuns: 2000 },
    )
  })
})
