import type { Font, Language, TermMarks, ThemeChoice } from '../../core/settings/settings.ts'
import { defineTexts } from '../interface/define-texts.ts'
import { enFormats, zhFormats } from '../interface/formats.ts'

interface SettingsTexts {
  readonly title: string
  readonly theme: string
  readonly themes: Readonly<Record<ThemeChoice, string>>
  readonly font: string
  readonly fonts: Readonly<Record<Font, string>>
  readonly fontHint: string
  readonly textSize: string
  readonly zoom: string
  readonly percent: (part: number) => string
  readonly language: string
  readonly languages: Readonly<Record<Language, string>>
  readonly termMarks: string
  readonly termMarkChoices: Readonly<Record<TermMarks, string>>
  readonly citeCopies: string
  readonly citeCopiesLabel: string
  readonly colorNames: string
  readonly colorNamesHint: string
  readonly highlights: (count: number) => string
}

export const texts = defineTexts<SettingsTexts>(
  {
    title: '设置',
    theme: '主题',
    themes: { system: '跟随系统', paper: '纸', eyecare: '护眼', night: '夜', contrast: '高对比' },
    font: '正文字体',
    fonts: { song: '宋', hei: '黑', kai: '楷', fangsong: '仿宋' },
    fontHint: '楷体、仿宋用系统里的字体；系统没有时以宋体代替。',
    textSize: '正文字号',
    zoom: '界面大小',
    percent: (part) => zhFormats.percent(part),
    language: '界面语言',
    languages: { zh: '中文', en: 'English' },
    termMarks: '标出术语',
    termMarkChoices: { every: '每一处', first: '每节第一处', none: '不标' },
    citeCopies: '复制',
    citeCopiesLabel: '复制正文时附上出处',
    colorNames: '颜色名称',
    colorNamesHint: '随资料库保存，导出时也用这些名称。',
    highlights: (count) => `${zhFormats.number(count)} 处`,
  },
  {
    title: 'Settings',
    theme: 'Theme',
    themes: { system: 'As the system', paper: 'Paper', eyecare: 'Eye care', night: 'Night', contrast: 'High contrast' },
    font: 'Font',
    fonts: { song: 'Song', hei: 'Hei', kai: 'Kai', fangsong: 'Fangsong' },
    fontHint: "Kai and Fangsong are the system's fonts; where it has none, Song takes their place.",
    textSize: 'Text size',
    zoom: 'Zoom',
    percent: (part) => enFormats.percent(part),
    language: 'Language',
    languages: { zh: '中文', en: 'English' },
    termMarks: 'Mark terms',
    termMarkChoices: { every: 'Every place', first: 'First in each section', none: 'Not at all' },
    citeCopies: 'Copying',
    citeCopiesLabel: 'Name the source when text is copied',
    colorNames: 'Colour names',
    colorNamesHint: 'Kept with the library; exports use these names.',
    highlights: (count) => enFormats.number(count),
  },
)
