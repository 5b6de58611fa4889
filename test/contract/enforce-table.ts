import type { CorsConfig } from '../../src/index.js'
import { APP, actual, config, EVIL, type Row } from './table.js'

/** The table of `enforce` for every adapter: which requests of a browser reach the app, and which get 403 before it. */

export const enforcing: CorsConfig = { ...config, enforce: true }

const HOST = 'api.example.com'
const OWN = `https://${HOST}`

interface Facts {
  readonly method: string
  readonly site: string | undefined
  readonly origin: string | undefined
  readonly host: string
}

/** As the README says it: the algorithm of Go's `http.CrossOriginProtection`, with the policy's origins trusted. */
function isForbidden({ method, site, origin, host }: Facts): boolean {
  if (origin === APP || ['GET', 'HEAD', 'OPTIONS'].includes(method)) return false
  if (site) return site !== 'same-origin' && site !== 'none'
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

function toRow(facts: Facts): Row {
  const { method, site, origin, host } = facts
  const forbidden = isForbidden(facts)
  return {
    name: `${method} from ${origin ?? 'no origin'}, Sec-Fetch-Site ${site ?? 'absent'}, to ${host}`,
    method,
    path: '/ok',
    headers: { host, ...(origin !== undefined && { origin }), ...(site !== undefined && { 'sec-fetch-site': site }) },
    status: forbidden ? 403 : 200,
    fields: origin === APP ? actual() : { vary: 'Origin' },
    ran: !forbidden,
  }
}

const sites = [undefined, '', 'same-origin', 'none', 'same-site', 'cross-site', 'Same-Origin']
const origins = [undefined, APP, OWN, `http://${HOST}`, `${OWN}:8443`, EVIL, 'null', '']

function posts(sites: readonly (string | undefined)[], host: string): Facts[] {
  return sites.flatMap((site) => origins.map((origin) => ({ method: 'POST', site, origin, host })))
}

const otherMethods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'].flatMap((method) => [
  { method, site: undefined, origin: EVIL, host: HOST },
  { method, site: 'cross-site', origin: undefined, host: HOST },
  { method, site: 'cross-site', origin: APP, host: HOST },
])

export const enforceRows: readonly Row[] = [
  ...posts(sites, HOST),
  ...posts([undefined, ''], `${HOST}:8443`),
  ...otherMethods,
].map(toRow)
