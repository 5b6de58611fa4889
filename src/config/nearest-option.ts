import { OPTION_NAMES, type OptionName } from './option-names.js'

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

/** More than two slips of the pen, and it is another word. */
const MAX_EDITS = 2

/** The option that was probably meant. */
export function nearestOption(name: string): OptionName | undefined {
  const bare = bareName(name)
  const peer = PEER_NAMES.get(bare)
  if (peer !== undefined) return peer
  let nearest: OptionName | undefined
  let fewest = MAX_EDITS + 1
  for (const option of OPTION_NAMES) {
    const edits = editDistance(bare, bareName(option))
    if (edits < fewest) {
      nearest = option
      fewest = edits
    }
  }
  return nearest
}

/** `allow_origins`, `allow-origins` and `AllowOrigins` are one name; no option of ours is longer than the bound. */
function bareName(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] as number) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
