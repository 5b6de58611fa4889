import { nearestOf } from '../text/nearest.js'
import { UsageError } from './usage-error.js'

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

/** @throws UsageError with the nearest name if there is no such format */
export function chooseDialect<Value>(
  option: '--from' | '--to',
  name: string | undefined,
  choices: ReadonlyMap<string, Value>,
): Value {
  const known = [...choices.keys()]
  if (name === undefined) throw new UsageError({ code: 'format-missing', option, choices: known })
  const lower = name.toLowerCase()
  const aliases = option === '--from' ? READ_ALIASES : ALIASES
  const choice = choices.get(aliases.get(lower) ?? lower)
  if (choice !== undefined) return choice
  const suggestion = nearestOf(lower, [...known, ...aliases.keys()])
  throw new UsageError({ code: 'format-unknown', option, value: name, suggestion, choices: known })
}
