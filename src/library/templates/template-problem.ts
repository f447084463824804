import { LiquidError } from 'liquidjs'
import type { TemplateProblem } from '../../core/export/export-view.ts'
import { ForbiddenTagError, TEMPLATE_LIMITS } from './engine.ts'

/** What an engine's message means to the reader: what is wrong and what to do. */
interface Reading {
  readonly pattern: RegExp
  readonly code: string
  readonly say: (found: string) => string
}

const READINGS: readonly Reading[] = [
  {
    pattern: /^undefined variable: (.+)$/,
    code: 'template-variable',
    say: (name) => `没有名为 ${name} 的内容。请检查拼写；可用的名称见 docs/templates.md`,
  },
  {
    pattern: /^undefined filter: (.+)$/,
    code: 'template-filter',
    say: (name) => `没有名为 ${name} 的过滤器。请检查“|”后面的拼写`,
  },
  {
    pattern: /^tag "(.+?)" not found/,
    code: 'template-tag',
    say: (name) => `没有名为 ${name} 的标签。请检查 {% … %} 里的拼写，或多余的结束标签`,
  },
  {
    pattern: /^(?:tag|output|raw) (.+) not closed$/s,
    code: 'template-open',
    say: (what) => `${shorten(what)} 没有结束。请补上 }}、%} 或对应的结束标签（如 {% endif %}、{% endfor %}）`,
  },
  {
    pattern: /^(memory alloc|template render|template) limit exceeded$/,
    code: 'template-limit',
    say: () => '模板要做的太多，已停止。请减少循环的次数，或不要在循环里不断加长文字',
  },
  {
    pattern: /^parse length limit exceeded$/,
    code: 'template-length',
    say: () => `模板太长（最多 ${TEMPLATE_LIMITS.source} 个字符）。请缩短`,
  },
]

/** Puts an error of the engine into words for the reader, with the line of the template that it stands in. */
export function toTemplateProblem(error: unknown): TemplateProblem {
  const line = (LiquidError.is(error) ? error.token.getPosition()[0] : null) ?? null
  const forbidden = causeOf(error)
  const where = line === null ? '模板' : `模板第 ${line} 行`
  if (forbidden instanceof ForbiddenTagError)
    return {
      code: 'template-forbidden',
      message: `${where}：模板不能用 ${forbidden.tag}，它会读取别的文件。请把要用的内容直接写进这个模板。`,
      line,
      found: forbidden.tag,
    }
  const told = error instanceof Error ? error.message.replace(/(?:, file:.*)?, line:\d+, col:\d+$/s, '') : String(error)
  for (const { pattern, code, say } of READINGS) {
    const match = pattern.exec(told)
    if (!match) continue
    const [, found = ''] = match
    return { code, message: `${where}：${say(found)}。`, line, found: shorten(found) }
  }
  const found = shorten(told)
  const message = `${where}：写法有误（${found}）。请对照 docs/templates.md 修改。`
  return { code: 'template-syntax', message, line, found }
}

/** The error that the engine has wrapped in its own. */
function causeOf(error: unknown): unknown {
  return LiquidError.is(error) ? (error.originalError ?? error) : error
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
