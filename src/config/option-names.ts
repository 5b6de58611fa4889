/** Every option of `CorsConfig`, in the order in which a normalised config holds them. */
export const OPTION_NAMES = [
  'origins',
  'methods',
  'headers',
  'exposeHeaders',
  'credentials',
  'maxAge',
  'preflightStatus',
  'enforce',
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicSuffixSubdomains',
] as const

export type OptionName = (typeof OPTION_NAMES)[number]

/**
 * What @fastify/cors, cors, Starlette, Hono, rs/cors, S3 and API Gateway call our options, squeezed by {@link squeeze}.
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

/** Options of peers and of Fastify that have no counterpart here, with the reason. */
export const FOREIGN_OPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'prefix',
    'the plugin shares the scope in which it is registered, so register it inside the plugin that has the prefix',
  ],
  ['logLevel', 'the plugin has no routes of its own, and logs through those of the app'],
  ['preflight', 'preflights are always answered'],
  ['preflightContinue', 'preflights are always answered, before any handler'],
  ['strictPreflight', 'what is no preflight is left to the app'],
  ['hideOptionsRoute', 'no route shows up'],
  ['delegator', 'a policy does not change per request; use policies of their own for routes that differ'],
])

/** More than two slips of the pen, and it is another word. */
const MAX_EDITS = 2

/** The option that was probably meant. */
export function nearestOption(name: string): OptionName | undefined {
  const squeezed = squeeze(name)
  const peer = PEER_NAMES.get(squeezed)
  if (peer !== undefined) return peer
  let nearest: OptionName | undefined
  let fewest = MAX_EDITS + 1
  for (const option of OPTION_NAMES) {
    const edits = editDistance(squeezed, squeeze(option))
    if (edits < fewest) {
      nearest = option
      fewest = edits
    }
  }
  return nearest
}

/** `allow_origins`, `allow-origins` and `AllowOrigins` are one name; no option of ours is longer than the bound. */
function squeeze(name: string): string {
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
