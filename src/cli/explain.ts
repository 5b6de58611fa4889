import { DEFAULT_URL, explain as explainRequest } from '../explain/explain.js'
import { renderExplanation } from '../explain/render-explanation.js'
import type { PolicyInput } from '../policy/policy-input.js'
import { explainStates } from './explain-link.js'
import { requestFrom } from './explain-request.js'
import { type Io, toJson, wantsColor } from './io.js'
import { loadConfig } from './load-config.js'
import { parseCommand } from './parse-command.js'
import { linkLines, linkTo } from './playground-link.js'
import { UsageError } from './usage-error.js'

const OPTIONS = {
  config: { type: 'string' },
  origin: { type: 'string' },
  url: { type: 'string' },
  method: { type: 'string' },
  header: { type: 'string', multiple: true },
  read: { type: 'string', multiple: true },
  credentials: { type: 'boolean' },
  mode: { type: 'string' },
  body: { type: 'string' },
  redirect: { type: 'string' },
  destination: { type: 'string' },
  image: { type: 'boolean' },
  json: { type: 'boolean' },
  link: { type: 'boolean' },
} as const

/**
 * `cors-policy explain <file> --origin <origin> …`: how a browser would handle a request under the policy.
 *
 * @returns 0 if the script gets the response, 1 if it does not
 * @throws CorsConfigError if the file holds a config with problems
 */
export async function explain(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand('explain', args, OPTIONS)
  const [file, more] = [...(values.config === undefined ? [] : [values.config]), ...positionals]
  if (file === undefined) throw new UsageError({ code: 'config-missing' })
  if (more !== undefined) throw new UsageError({ code: 'config-twice', file: more })
  const request = requestFrom(values, DEFAULT_URL)
  const input = (await loadConfig(file, io)) as PolicyInput
  const explanation = explainRequest(input, request)
  const color = wantsColor(io.stdout, io.env)
  const link = values.link === true ? { link: linkTo(explainStates(input, request)) } : {}
  if (values.json === true) io.stdout.write(toJson({ ...explanation, ...link }))
  else io.stdout.write(`${[renderExplanation(explanation, { color }), ...linkLines(link)].join('\n')}\n`)
  return explanation.outcome === 'readable' ? 0 : 1
}
