// Asks the core what the input says, with nothing but the language: this runs on every runtime.
import { CorsConfigError, compilePolicy, livePolicy, parseConfig, parseOrigins } from 'cors-policy'

/** @import { CorsPolicy } from 'cors-policy' */
/** @import { CoreInput } from '../probe-input.js' */
/** @import { Row } from '../../contract/table.js' */

/** @param {CoreInput} input */
export function probeCore(input) {
  const policy = compilePolicy(input.config)
  const { config, allowed, refused } = input.origins
  const set = compilePolicy(config)
  return {
    rows: input.rows.map((row) => decideRow(policy, row)),
    mistakes: input.mistakes.map((mistake) => codesOf(() => compilePolicy(mistake))),
    decisions: input.decisions.map(({ config, facts }) => compilePolicy(config).decide(facts)),
    lists: input.lists.map((list) => codesOf(() => parseOrigins(list))),
    allowed: allowed.map((origin) => set.allows(origin)),
    refused: refused.map((origin) => set.allows(origin)),
    live: probeLive(input.live),
    roundTrip: parseConfig(JSON.parse(JSON.stringify(policy.config))),
    frozen: Object.isFrozen(policy) && Object.isFrozen(policy.config) && Object.isFrozen(policy.config.origins),
  }
}

/**
 * @param {CorsPolicy} policy
 * @param {Row} row
 */
function decideRow(policy, row) {
  const { method } = row
  const headers = /** @type {Record<string, string>} */ (row.headers)
  const {
    kind,
    status,
    vary,
    headers: fields,
  } = policy.decide({
    method,
    origin: headers['origin'],
    requestMethod: headers['access-control-request-method'],
    requestHeaders: headers['access-control-request-headers'],
  })
  const lowerCase = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value])
  return { kind, status, vary, headers: Object.fromEntries(lowerCase) }
}

/** The codes of the error, or what was returned. @param {() => unknown} run */
function codesOf(run) {
  try {
    return run()
  } catch (error) {
    if (error instanceof CorsConfigError) return error.problems.map(({ code }) => code)
    throw error
  }
}

/** @param {CoreInput['live']} live */
function probeLive({ first, second, bad, asked }) {
  const live = livePolicy(first)
  const ask = () => asked.map((origin) => live.current.allows(origin))
  const before = ask()
  live.replace(second)
  return [before, ask(), codesOf(() => live.replace(bad)), ask()]
}
