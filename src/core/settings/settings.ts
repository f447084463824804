import { z } from 'zod'
import { DEFAULT_EXPORT_CHOICE, exportChoiceSchema } from '../export/export-choice.ts'

/** 纸, 护眼, 夜, 高对比; `system` follows the system's choice between light and dark, and its wish for more contrast. */
export const THEMES = ['system', 'paper', 'eyecare', 'night', 'contrast'] as const
/** 宋, 黑, 楷, 仿宋. */
export const FONTS = ['song', 'hei', 'kai', 'fangsong'] as const
export const LANGUAGES = ['zh', 'en'] as const
/** Which places of a term are marked: every one, the first in each section, none. */
export const TERM_MARKS = ['every', 'first', 'none'] as const

export type ThemeChoice = (typeof THEMES)[number]
export type Font = (typeof FONTS)[number]
export type Language = (typeof LANGUAGES)[number]
export type TermMarks = (typeof TERM_MARKS)[number]

/** CSS pixels of the report's text. */
export const TEXT_SIZES = { least: 14, most: 28, step: 1 } as const

/** How large the whole interface is; 1 is as the system has it. */
export const ZOOM = { least: 0.8, most: 2, step: 0.1 } as const

/** How the reader likes to read. Belongs to the machine, not to the library: what suits this screen stays with it. */
export const settingsSchema = z
  .object({
    theme: z.enum(THEMES),
    font: z.enum(FONTS),
    textSize: z.number().int().min(TEXT_SIZES.least).max(TEXT_SIZES.most),
    zoom: z.number().min(ZOOM.least).max(ZOOM.most),
    language: z.enum(LANGUAGES),
    termMarks: z.enum(TERM_MARKS),
    /** Whether what is copied from a report names its source. */
    citeCopies: z.boolean(),
    /** How notes were exported last. */
    export: exportChoiceSchema,
  })
  .readonly()

export type Settings = z.infer<typeof settingsSchema>

/** The interface speaks Chinese until the reader chooses English, whatever the system's language (DESIGN). */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  font: 'song',
  textSize: 18,
  zoom: 1,
  language: 'zh',
  termMarks: 'every',
  citeCopies: true,
  export: DEFAULT_EXPORT_CHOICE,
}

/** Some settings, to be changed. */
export const settingsChangeSchema = settingsSchema.unwrap().partial().readonly()

export type SettingsChange = z.infer<typeof settingsChangeSchema>
