import type { Random } from '../config/fixtures/random.js'
import { cook } from '../properties/origins.js'
import type { ClientRequest } from '../support/client.js'
import { PATHS } from './expected.js'
import { ENTRIES } from './policies.js'

/** What every client can send as it is: no header of HTTP/2 has anything else. */
const SENDABLE = /^([!-~]([ -~]*[!-~])?)?$/

const METHODS = ['PUT', 'PATCH', 'x-custom', 'P'.repeat(64), 'P'.repeat(65), 'PUT, GET', '*', '', '"']
const HEADERS = [
  'content-type',
  'x-a,x-b',
  ',, x-a ,x-b,',
  'x-a x-b',
  '*',
  '',
  `x-${'a'.repeat(1022)}`,
  `x-${'a'.repeat(1023)}`,
]
const ODD_ORIGINS = [
  'null',
  '',
  '*',
  'https://',
  `https://${'a'.repeat(2000)}.example.com`,
  'https://app.example.com, https://app.example.com',
]

/** Normal and hostile requests in one stream: the same for the same seed. */
export function randomRequest(random: Random): ClientRequest {
  const preflight = random.once(3)
  const headers: Record<string, string> = {}
  if (!random.once(8)) headers['origin'] = originOf(random)
  if (preflight || random.once(10)) headers['access-control-request-method'] = random.pick(METHODS)
  if (preflight && random.once(2)) headers['access-control-request-headers'] = random.pick(HEADERS)
  if (random.once(4)) headers['sec-fetch-site'] = random.pick(['same-origin', 'cross-site', 'none', ''])
  const method = preflight ? 'OPTIONS' : random.pick(['GET', 'GET', 'GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])
  return { method, path: random.pick(PATHS), headers }
}

function originOf(random: Random): string {
  if (random.once(10)) return random.pick(ODD_ORIGINS)
  const twist = random.once(2) ? random.below(35) : undefined
  const origin = cook(ENTRIES, { entry: random.below(100), salt: random.below(2 ** 31), twist })
  return SENDABLE.test(origin) ? origin : 'https://app.example.com'
}
