import { corsFields } from '../support/cors-fields.js'
import { exchange, type Received } from '../support/exchange.js'
import type { Paths } from './recipes.js'

export const APP = 'https://app.example.com'
export const EVIL = 'https://app.example.com.evil.com'

/** What a host answers, by case: its status, and whether it carries the headers of the policy. */
export interface Answer {
  readonly status: number
  readonly covered: boolean
  /** What a page of an origin that is not allowed could do all the same. */
  readonly leak?: string | undefined
}

export type Case = 'preflight' | 'answer' | 'rejected' | 'thrown' | 'missing'

export type Results = Readonly<Record<Case, Answer>>

/** Asks a running app for all cases, once from an allowed origin and once from a refused one. */
export async function askAll(url: string, paths: Paths): Promise<Results> {
  return {
    // A preflight carries no token, and must pass where one is wanted.
    preflight: await askPreflights(url, [paths.answer, paths.rejected]),
    answer: await askBoth(url + paths.answer),
    rejected: await askBoth(url + paths.rejected),
    thrown: await askBoth(url + paths.thrown),
    missing: await askBoth(url + paths.missing),
  }
}

async function askPreflights(url: string, paths: readonly string[]): Promise<Answer> {
  const answers: Answer[] = []
  for (const path of paths) answers.push(await askBoth(url + path, PREFLIGHT))
  const worst = answers.find(({ covered, leak }) => !covered || leak !== undefined)
  return worst ?? (answers[0] as Answer)
}

/** What browsers send with every request. A server that compresses has a `Vary` of its own. */
const BROWSER = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'en',
  connection: 'close',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'cross-site',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
}

const PREFLIGHT = {
  method: 'OPTIONS',
  headers: { 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
}

async function askBoth(url: string, { method, headers }: { method: string; headers: object } = GET): Promise<Answer> {
  const [allowed, refused] = await Promise.all(
    [APP, EVIL].map((origin) => exchange(url, { method, headers: { ...BROWSER, ...headers, origin } })),
  )
  const { status } = allowed as Received
  const isPreflight = method === 'OPTIONS'
  return {
    status,
    covered: isCovered(allowed as Received, isPreflight) && isRefused(refused as Received, isPreflight),
    leak: leakOf(refused as Received),
  }
}

/** Apollo's protection against CSRF stays on: it wants a header that makes browsers ask first. */
const GET = { method: 'GET', headers: { 'apollo-require-preflight': '1' } }

function isCovered({ status, headers }: Received, isPreflight: boolean): boolean {
  if (headers['access-control-allow-origin'] !== APP || !variesByOrigin(headers)) return false
  return !isPreflight || (status === 204 && headers['access-control-allow-headers'] !== undefined)
}

/** Every response varies by Origin, and a preflight that is not allowed ends here. */
function isRefused({ status, headers }: Received, isPreflight: boolean): boolean {
  return variesByOrigin(headers) && (!isPreflight || status === 403)
}

function variesByOrigin({ vary = '' }: Received['headers']): boolean {
  const names = vary.toLowerCase().split(/, */)
  return names.filter((name) => name === 'origin').length === 1
}

function leakOf({ headers }: Received): string | undefined {
  const { vary: _, ...rest } = corsFields(headers)
  return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest)
}
