import { FOREIGN_OPTION_NAMES } from '../text/config.js'
import { nearestOf } from '../text/nearest.js'
import { OPTION_NAMES, type OptionName } from './option-names.js'
import type { OptionDiagnosis } from './problems.js'

/**
 * What @fastify/cors, cors, Starlette, Hono, rs/cors, S3 and API Gateway call our options, as {@link bareName} gives them.
 * Names that differ from ours by a slip (`origin`, `exposedHeaders`) are found without it.
 */
const PEER_NAMES: ReadonlyMap<string, OptionName> = new Map([
  ['alloworigin', 'origins'],
  ['alloworigins', 'origins'],
  ['allowedorigin', 'origins'],
  ['allowedorigins', 'origins'],
  ['alloworiginregex', 'origins'],
  ['allowmethods', 'methods'],
  ['allowedmethods', 'methods'],
  ['allowheaders', 'headers'],
  ['allowedheaders', 'headers'],
  ['requestheaders', 'headers'],
  ['responseheaders', 'exposeHeaders'],
  ['allowcredentials', 'credentials'],
  ['supportscredentials', 'credentials'],
  ['maxageseconds', 'maxAge'],
  ['maxageinseconds', 'maxAge'],
  ['optionssuccessstatus', 'preflightStatus'],
  ['preflightsuccessstatus', 'preflightStatus'],
])

/** What is wrong with the name of an option that is not one of ours, with the option that was meant if one is near. */
export function diagnoseOption(name: string, known: readonly OptionName[]): OptionDiagnosis {
  if (FOREIGN_OPTION_NAMES.has(name)) return { fault: 'foreign', option: name }
  const suggestion = nearestOption(name)
  return suggestion === undefined ? { fault: 'unknown', known } : { fault: 'misspelled', suggestion }
}

/** The option that was probably meant. */
export function nearestOption(name: string): OptionName | undefined {
  const bare = bareName(name)
  const peer = PEER_NAMES.get(bare)
  if (peer !== undefined) return peer
  const meant = nearestOf(bare, OPTION_NAMES.map(bareName))
  return OPTION_NAMES.find((option) => bareName(option) === meant)
}

/** `allow_origins`, `allow-origins` and `AllowOrigins` are one name; no option of ours is longer than the bound. */
function bareName(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
