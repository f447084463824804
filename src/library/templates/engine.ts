import { Liquid } from 'liquidjs'
import { LONGEST_TEMPLATE } from '../../core/export/export-choice.ts'
import type { ExportModel } from '../../core/export/export-model.ts'
import { TEMPLATE_FILTERS } from '../../core/export/template-filters.ts'

/** What a template may take at most. Far more than any honest one needs. */
export const TEMPLATE_LIMITS = {
  /** Characters of a template. */
  source: LONGEST_TEMPLATE,
  /** Milliseconds of one rendering, as the engine counts them. */
  milliseconds: 5000,
  /** Characters and list items that filters make, as the engine counts them. */
  made: 50_000_000,
} as const

/** A tag that would reach for other files. */
export class ForbiddenTagError extends Error {
  override readonly name = 'ForbiddenTagError'
  readonly tag: string

  constructor(tag: string) {
    super(`forbidden tag: ${tag}`)
    this.tag = tag
  }
}

/** Nothing is there, wherever a template looks. */
const NO_FILES = {
  readFileSync: refuse,
  readFile: refuse,
  existsSync: () => false,
  exists: async () => false,
  resolve: (_root: string, file: string) => file,
  contains: async () => false,
  containsSync: () => false,
  sep: '/',
  dirname: () => '',
}

function refuse(): never {
  throw new Error('templates read no files')
}

/**
 * Makes an engine that knows no files, no code and no more than it is given. A name that is not there is an error, so
 * that a slip is told and not printed as nothing.
 */
export function createEngine(): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    dynamicPartials: false,
    relativeReference: false,
    fs: NO_FILES,
    templates: {},
    cache: false,
    timezoneOffset: 0,
    locale: 'zh-CN',
    parseLimit: TEMPLATE_LIMITS.source,
    renderLimit: TEMPLATE_LIMITS.milliseconds,
    memoryLimit: TEMPLATE_LIMITS.made,
  })
  for (const tag of ['include', 'render', 'layout', 'block']) engine.registerTag(tag, forbid(tag))
  for (const [name, filter] of Object.entries(TEMPLATE_FILTERS))
    engine.registerFilter(name, function (value: unknown, argument: unknown) {
      const made = filter(value, argument)
      // The engine counts what its own filters make; ours could double a text as well.
      this.context.memoryLimit.use(typeof made === 'string' ? made.length : made.join('').length + made.length)
      return made
    })
  return engine
}

function forbid(tag: string): Parameters<Liquid['registerTag']>[1] {
  return {
    parse() {
      throw new ForbiddenTagError(tag)
    },
    render: refuse,
  }
}

/** Renders a template. Throws the engine's error. */
export function renderWith(engine: Liquid, source: string, model: ExportModel): string {
  return String(engine.parseAndRenderSync(source, model))
}
