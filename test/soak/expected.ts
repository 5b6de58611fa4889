import { behaviours } from '../contract/table.js'
import { oracleDecide } from '../properties/oracle.js'
import type { ClientRequest, ClientResponse } from '../support/client.js'
import { versionOf } from './policies.js'

/** What the app's own code answers, beyond what the table of the contract tests says as data. */
const SPECIAL: Readonly<Record<string, number>> = { '/throws': 500, '/throws-later': 500, '/stream': 200 }
const VARY: Readonly<Record<string, string>> = {
  '/vary': 'Accept-Encoding, Origin',
  '/vary-origin': 'accept-encoding, origin',
  '/vary-all': '*',
}

/** Paths that every server answers in the same way. */
export const PATHS = [...Object.keys(behaviours), ...Object.keys(SPECIAL), '/nowhere']

/** The status and every CORS field of a response, as text: a field that stands there twice is there twice. */
export function seenIn({ status, lines }: Pick<ClientResponse, 'status' | 'lines'>): string {
  const fields = lines.filter(([name]) => name === 'vary' || name.startsWith('access-control-'))
  return [status, ...fields.map(([name, value]) => `${name}: ${value}`).sort()].join('\n')
}

/** What a version of the policy makes of a request, as the design says. */
function expectedOf(index: number, { method, path, headers = {} }: ClientRequest, host: string): string {
  const decision = oracleDecide(versionOf(index), {
    method,
    origin: headers['origin'] as string | undefined,
    requestMethod: headers['access-control-request-method'] as string | undefined,
    requestHeaders: headers['access-control-request-headers'] as string | undefined,
    fetchSite: headers['sec-fetch-site'] as string | undefined,
    host,
  })
  const handled = decision.kind === 'actual'
  const status = decision.status ?? behaviours[path]?.status ?? SPECIAL[path] ?? 404
  const vary = (handled ? VARY[path] : undefined) ?? decision.vary.join(', ')
  const lines = Object.entries({ ...decision.headers, vary }).map(
    ([name, value]) => [name.toLowerCase(), value.trim()] as const,
  )
  return seenIn({ status, lines })
}

/** What is wrong with a response, if no version from the first to the last gives it. */
export function wrongIn(
  request: ClientRequest,
  response: Pick<ClientResponse, 'status' | 'lines'>,
  host: string,
  [first, last]: readonly [first: number, last: number],
): string | undefined {
  const seen = seenIn(response)
  // Versions come round again; those of one round are all there are.
  const expected: string[] = []
  for (let index = first; index <= Math.min(last, first + 10); index++) expected.push(expectedOf(index, request, host))
  if (expected.includes(seen)) return undefined
  return `${JSON.stringify(request)}\ngot ${seen}\nand not ${[...new Set(expected)].join('\nor ')}`
}
