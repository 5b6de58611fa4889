import { CorsConfigError, type CorsConfigProblem } from '../config/problems.js'
import { type Advice, lint } from '../explain/lint.js'
import { type Style, styleFor } from '../explain/text-style.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import { COMMAND_WORDS } from '../text/command.js'
import { display } from '../text/display.js'
import { type Io, toJson, wantsColor } from './io.js'
import { loadConfig } from './load-config.js'
import { parseCommand } from './parse-command.js'
import { UsageError } from './usage-error.js'

/**
 * `cors-policy check <file>`: all problems of a config, or advice.
 *
 * @returns 0, or 1 if there are problems
 */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand('check', args, { json: { type: 'boolean' } })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError({ code: 'check-files' })
  const report = await inspect(file, io)
  const style = styleFor(wantsColor(io.stdout, io.env))
  io.stdout.write(values.json ? toJson({ file, ...reportData(report) }) : renderReport(file, report, style))
  return report.problems.length === 0 ? 0 : 1
}

interface Report {
  readonly policy: CompiledPolicy | undefined
  readonly problems: readonly CorsConfigProblem[]
  readonly advice: readonly Advice[]
}

/** @throws UsageError if the file cannot be loaded */
async function inspect(file: string, io: Io): Promise<Report> {
  try {
    const policy = policySource((await loadConfig(file, io)) as PolicyInput).current
    return { policy, problems: [], advice: lint(policy) }
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error
    return { policy: undefined, problems: error.problems, advice: [] }
  }
}

function reportData({ policy, problems, advice }: Report) {
  const shown = problems.map((problem) => ({ ...problem, value: toJsonValue(problem.value) }))
  return { ok: problems.length === 0, problems: shown, advice, config: policy?.config ?? null }
}

/** A module may hold any value, a cycle too, so any value that is not simple is named as in the message. */
function toJsonValue(value: unknown): unknown {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? value : display(value)
}

function renderReport(file: string, { problems, advice }: Report, style: Style): string {
  const lines =
    problems.length > 0
      ? [
          `${file}: ${style.bad(COMMAND_WORDS.problems(problems.length))}`,
          ...problems.map((entry) => renderEntry(entry, style)),
        ]
      : [
          `${file}: ${style.good(COMMAND_WORDS.noProblems)}${advice.length === 0 ? '' : `, ${COMMAND_WORDS.suggestions(advice.length)}`}`,
          ...advice.map((entry) => renderEntry(entry, style)),
        ]
  return `${lines.join('\n')}\n`
}

function renderEntry({ path, message, code }: CorsConfigProblem | Advice, style: Style): string {
  return `  ${style.strong(path)}: ${message} ${style.faint(`[${code}]`)}`
}
