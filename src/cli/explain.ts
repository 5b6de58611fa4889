import { parseArgs } from 'node:util'
import { type ExplainRequest, explain as explainRequest } from '../explain/explain.js'
import { renderExplanation } from '../explain/render-explanation.js'
import type { PolicyInput } from '../policy/policy-input.js'
import { type Io, toJson, UsageError, wantsColor } from './io.js'
import { loadConfig } from './load-config.js'

const OPTIONS = {
  config: { type: 'string' },
  origin: { type: 'string' },
  url: { type: 'string' },
  method: { type: 'string' },
  header: { type: 'string', multiple: true },
  read: { type: 'string', multiple: true },
  credentials: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/**
 * `cors-policy explain --config <file> --origin <origin> …`: what a browser makes of a request under the policy.
 *
 * @returns 0 if the script gets the response, 1 if it does not
 * @throws CorsConfigError if the file holds a config with problems
 */
export async function explain(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const { config, origin } = values
  if (config === undefined) throw new UsageError('explain needs the policy: --config <file>')
  if (origin === undefined) throw new UsageError('explain needs the page: --origin https://app.example.com')
  const request: ExplainRequest = {
    origin,
    url: values.url,
    method: values.method,
    headers: (values.header ?? []).map(parseHeader),
    reads: values.read,
    credentials: values.credentials === true ? 'include' : 'same-origin',
  }
  const explanation = explainRequest((await loadConfig(config, io)) as PolicyInput, request)
  const color = wantsColor(io.stdout, io.env)
  io.stdout.write(values.json ? toJson(explanation) : `${renderExplanation(explanation, { color })}\n`)
  return explanation.outcome === 'readable' ? 0 : 1
}

/** A name alone gets a value that no safelist takes: what counts is whether the policy allows the name. */
const ANY_VALUE = 'x'

/** The value that makes a header with that name ask for a preflight, if any does. */
const PREFLIGHTED_VALUES: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  range: 'bytes=-1',
}

/** `content-type: application/json`, or a name alone. */
export function parseHeader(text: string): readonly [name: string, value: string] {
  const colon = text.indexOf(':')
  if (colon >= 0) return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()]
  const name = text.trim()
  return [name, PREFLIGHTED_VALUES[name.toLowerCase()] ?? ANY_VALUE]
}
