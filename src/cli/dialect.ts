import { UsageError } from './io.js'

/** Other names for the formats. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cors-policy', 'config'],
  ['fastapi', 'starlette'],
  ['cors', 'express'],
  ['@fastify/cors', 'fastify'],
  ['aws-s3', 's3'],
  ['cloudflare-r2', 'r2'],
  ['cloudflare', 'r2'],
  ['google-cloud-storage', 'gcs'],
  ['gs', 'gcs'],
  ['apigateway', 'api-gateway'],
  ['serverless', 'api-gateway'],
  ['sam', 'api-gateway'],
  ['lambda', 'api-gateway'],
  ['ingress', 'ingress-nginx'],
  ['apache', 'headers'],
  ['caddy', 'headers'],
  ['next', 'headers'],
  ['nextjs', 'headers'],
  ['vercel', 'headers'],
  ['netlify', 'headers'],
])
/** nginx is read as headers, and written as a snippet. */
const READ_ALIASES: ReadonlyMap<string, string> = new Map([...ALIASES, ['nginx', 'headers']])

/** More slips than these, and it is another word. */
const MAX_EDITS = 2

/** @throws UsageError with the nearest name if there is no such format */
export function chooseDialect<Value>(
  option: '--from' | '--to',
  name: string | undefined,
  choices: ReadonlyMap<string, Value>,
): Value {
  const known = [...choices.keys()].join(', ')
  if (name === undefined) throw new UsageError(`missing ${option}, one of ${known}`)
  const lower = name.toLowerCase()
  const aliases = option === '--from' ? READ_ALIASES : ALIASES
  const choice = choices.get(aliases.get(lower) ?? lower)
  if (choice !== undefined) return choice
  const nearest = [...choices.keys(), ...aliases.keys()].find((candidate) => edits(candidate, lower) <= MAX_EDITS)
  const hint = nearest === undefined ? '' : `. Did you mean ${nearest}?`
  throw new UsageError(`unknown format ${JSON.stringify(name)} for ${option}${hint}. Known: ${known}`)
}

/** Levenshtein distance; formats have short names. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, char] of [...a].entries()) {
    let [diagonal, left] = [i, i + 1]
    row = row.map((above, j) => {
      if (j > 0) left = Math.min(diagonal + (char === b[j - 1] ? 0 : 1), above + 1, left + 1)
      diagonal = above
      return left
    })
  }
  return row.reduce((_, last) => last)
}
