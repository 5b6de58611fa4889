import type {
  CorsConfig,
  CorsConfigProblem,
  CorsConfigProblemCode,
  CorsPolicy,
  LivePolicy,
  OriginPattern,
} from '../../src/index.js'
import { compilePolicy, defineConfig, livePolicy, parseConfig, parseOrigins } from '../../src/index.js'

/**
 * What the type of a config takes and refuses. Nothing here runs: `tsc --noEmit` fails where a good config does not
 * compile, and where a bad one does.
 */
declare function take(config: CorsConfig): void
declare const flag: boolean
declare const loose: string
declare const pattern: OriginPattern

// Everybody, without credentials.
take({ origins: '*' })
take({ origins: '*', credentials: false, exposeHeaders: '*', methods: '*', headers: '*' })
take({ origins: ['*'] })
take({ origins: ['*', 'https://a.com'], headers: ['*', 'authorization'], exposeHeaders: ['*'] })

// Origins and patterns, with credentials.
take({ origins: ['https://a.com', 'http://localhost:3000', 'capacitor://localhost'], credentials: true })
take({ origins: ['https://*.a.com', 'https://pr-*.a.com', 'http://localhost:*'], credentials: true })
take({ origins: ['http://10.0.0.0/8:*', 'http://[fd00::/8]:8080', pattern], credentials: true })
take({ origins: ['https://a.com'], credentials: true, methods: '*', headers: '*', exposeHeaders: ['etag'] })
take({ origins: ['https://a.com'], credentials: flag })
take({ origins: ['https://a.com'], credentials: flag, exposeHeaders: ['etag'], maxAge: 5 })

// Every option, and none of them.
take({
  origins: ['https://a.com'],
  methods: ['PUT', 'PURGE'],
  headers: ['content-type'],
  exposeHeaders: ['etag'],
  credentials: true,
  maxAge: 600,
  preflightStatus: 200,
  enforce: true,
  dangerouslyAllowInsecureOrigins: true,
  dangerouslyAllowPublicSuffixSubdomains: true,
})
take({
  origins: ['https://a.com'],
  methods: undefined,
  headers: undefined,
  exposeHeaders: undefined,
  credentials: undefined,
  maxAge: undefined,
  preflightStatus: undefined,
  enforce: undefined,
  dangerouslyAllowInsecureOrigins: undefined,
  dangerouslyAllowPublicSuffixSubdomains: undefined,
})

// Constants, frozen lists, and what the library itself returns.
const OPEN = { origins: '*', exposeHeaders: ['etag'] } as const
const CREDENTIALED = {
  origins: ['https://a.com', 'https://*.a.com'],
  methods: ['PUT', 'DELETE'],
  credentials: true,
} as const
const SATISFYING = { origins: ['https://a.com'], credentials: true } satisfies CorsConfig
take(OPEN)
take(CREDENTIALED)
take({ ...CREDENTIALED, maxAge: 5 })
take(SATISFYING)
take({ origins: Object.freeze(['https://a.com'] as const), credentials: true })
take({ origins: parseOrigins(loose), credentials: true })
take({ origins: parseOrigins([loose]), credentials: flag })
take({ origins: [...parseOrigins(loose), 'https://a.com'] })
take(parseConfig(JSON.parse(loose)))
take(compilePolicy(OPEN).config)

take({ origins: parseOrigins(process.env['CORS_ORIGINS']) })

// Nobody, and a config for everybody else.
take({ origins: 'none' })
take({ origins: 'none', credentials: true, enforce: true })
take({ origins: ['https://a.com'], credentials: true, otherwise: { origins: '*', exposeHeaders: '*' } })
take({
  origins: ['https://a.com'],
  otherwise: { origins: ['app://.'], credentials: true, otherwise: { origins: '*' } },
})
take({ origins: ['https://a.com'], otherwise: undefined })

// Exemptions for everything, or by name.
take({
  origins: ['http://a.com', 'https://*.github.io', 'https://8.8.8.0/24'],
  credentials: true,
  dangerouslyAllowInsecureOrigins: ['http://a.com'],
  dangerouslyAllowPublicSuffixSubdomains: ['https://*.github.io'],
  dangerouslyAllowPublicAddresses: ['https://8.8.8.0/24'],
})
take({ origins: ['https://8.8.8.0/24'], dangerouslyAllowPublicAddresses: true })

// A config in a variable keeps its types.
const DEFINED = defineConfig({ origins: ['https://a.com'], credentials: true, methods: ['PUT'] })
take(DEFINED)
take({ ...DEFINED, maxAge: 5 })
export const keepsCredentials: true = DEFINED.credentials
export const origins: 'none' | readonly OriginPattern[] = DEFINED.origins
// @ts-expect-error: what is defined is a config
defineConfig({ origins: '*', credentials: true })
// @ts-expect-error: with known options only
defineConfig({ origins: '*', cookies: true })
// @ts-expect-error: not even inside
defineConfig({ origins: ['https://a.com'], otherwise: { origins: '*', credentials: true } })

// @ts-expect-error: with credentials nobody may name everybody, in the config for others neither
take({ origins: ['https://a.com'], otherwise: { origins: '*', credentials: true } })
// @ts-expect-error: nor as an element there
take({ origins: ['https://a.com'], otherwise: { origins: ['https://b.com', '*'], credentials: true } })
// @ts-expect-error: nor expose everything
take({ origins: 'none', otherwise: { origins: ['https://b.com'], credentials: true, exposeHeaders: '*' } })
// @ts-expect-error: an origin has a scheme there too
take({ origins: ['https://a.com'], otherwise: { origins: ['b.com'] } })
// @ts-expect-error: and options are known ones
take({ origins: ['https://a.com'], otherwise: { origins: '*', cookies: true } })
// @ts-expect-error: none is not an element
take({ origins: ['none'] })
// @ts-expect-error: an exemption is an origin
take({ origins: ['http://a.com'], dangerouslyAllowInsecureOrigins: ['a.com'] })
// @ts-expect-error: and in a list
take({ origins: ['http://a.com'], dangerouslyAllowInsecureOrigins: 'http://a.com' })

// @ts-expect-error: origins are required
take({})
// @ts-expect-error: with credentials nobody may name everybody
take({ origins: '*', credentials: true })
// @ts-expect-error: nor as an element
take({ origins: ['*'], credentials: true })
// @ts-expect-error: nor as one element of several
take({ origins: ['https://a.com', '*'], credentials: true })
// @ts-expect-error: nor where credentials may be true
take({ origins: '*', credentials: flag })
// @ts-expect-error: with credentials a browser reads * as the name of a header
take({ origins: ['https://a.com'], credentials: true, exposeHeaders: '*' })
// @ts-expect-error: also where credentials may be true
take({ origins: ['https://a.com'], credentials: flag, exposeHeaders: '*' })

// @ts-expect-error: an origin has a scheme
take({ origins: ['example.com'] })
// @ts-expect-error: also among others
take({ origins: ['https://a.com', '*.example.com'] })
// @ts-expect-error: null is not an origin to allow
take({ origins: ['null'] })
// @ts-expect-error: origins are a list
take({ origins: 'https://a.com' })
// @ts-expect-error: a text that may hold anything goes through parseOrigins
take({ origins: [loose] })
// @ts-expect-error: so does a list from the environment
take({ origins: (process.env['CORS_ORIGINS'] ?? '').split(',') })
// @ts-expect-error: a variable is not a list
take({ origins: process.env['CORS_ORIGINS'] })
// @ts-expect-error: regular expressions are not taken
take({ origins: [/^https:\/\/.*\.a\.com$/] })
// @ts-expect-error: nor functions
take({ origins: [(origin: string) => origin.endsWith('.a.com')] })
// @ts-expect-error: nor true, which elsewhere reflects any origin
take({ origins: true })

// @ts-expect-error: another library's name
take({ origin: ['https://a.com'] })
// @ts-expect-error: an unknown option beside known ones
take({ origins: ['https://a.com'], allowedHeaders: ['x-a'] })
// @ts-expect-error: an unknown option, with credentials
take({ origins: ['https://a.com'], credentials: true, maxAgeSeconds: 5 })
// @ts-expect-error: methods are a list
take({ origins: ['https://a.com'], methods: 'PUT' })
// @ts-expect-error: headers are a list
take({ origins: ['https://a.com'], headers: 'x-a, x-b' })
// @ts-expect-error: exposed headers are a list
take({ origins: ['https://a.com'], exposeHeaders: 'etag' })
// @ts-expect-error: seconds are a number
take({ origins: ['https://a.com'], maxAge: '5' })
// @ts-expect-error: a status is a number
take({ origins: ['https://a.com'], preflightStatus: '204' })
// @ts-expect-error: a switch is true or false
take({ origins: ['https://a.com'], enforce: 'yes' })
// @ts-expect-error: null is not absent
take({ origins: ['https://a.com'], credentials: null })

// A config cannot be changed through its type.
declare const config: CorsConfig
// @ts-expect-error: read-only
config.maxAge = 5
// @ts-expect-error: read-only lists
config.methods?.push('PUT')

// Policies: what one function returns, the other takes.
const policy: CorsPolicy = compilePolicy(CREDENTIALED)
const live: LivePolicy = livePolicy(SATISFYING)
export const replaced: CorsPolicy = live.replace(policy.config)
export const allowed: boolean = policy.allows(loose)
export const kind: 'actual' | 'preflight' | 'forbidden' = policy.decide({ method: 'GET', origin: undefined }).kind
// @ts-expect-error: a request has a method
policy.decide({ origin: 'https://a.com' })
export const withCookies: boolean = policy.allows(loose, { credentials: true })
// @ts-expect-error: an option of that name is not there
policy.allows(loose, { cookies: true })
export const withoutOrigin: boolean = policy.allows(undefined)
// @ts-expect-error: a live policy is replaced, not assigned
live.current = policy
// @ts-expect-error: a value from a JSON text goes through parseConfig
compilePolicy(JSON.parse(loose) as unknown)

/** The union of codes is closed: a `switch` over it needs no default. */
export function isAboutOrigins(code: CorsConfigProblemCode): boolean {
  switch (code) {
    case 'origins-missing':
    case 'wildcard-with-credentials':
    case 'origin-syntax':
    case 'origin-null':
    case 'origin-scheme':
    case 'origin-not-canonical':
    case 'insecure-origin':
    case 'public-suffix':
    case 'public-address':
    case 'exemption-unused':
      return true
    case 'unknown-option':
    case 'wrong-type':
    case 'expose-wildcard-with-credentials':
    case 'method-syntax':
    case 'method-forbidden':
    case 'method-case':
    case 'header-syntax':
    case 'header-forbidden':
    case 'header-direction':
    case 'max-age-range':
    case 'status-range':
    case 'enforce-with-wildcard':
    case 'otherwise-unreachable':
    case 'otherwise-option':
      return false
  }
}

/** A problem carries what its code says. */
export function limitOf(problem: CorsConfigProblem): number | undefined {
  if (problem.code === 'max-age-range') return problem.maximum
  // @ts-expect-error: others have no limit
  return problem.maximum
}
