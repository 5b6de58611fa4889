import fc from 'fast-check'
import type { CorsConfig, RequestFacts } from '../../src/index.js'
import { cook, originEntry, type Recipe, recipe } from './origins.js'
import { anyText, originLikeText, space, token } from './texts.js'

const method = fc.constantFrom('PUT', 'DELETE', 'PATCH', 'GET', 'OPTIONS', 'QUERY', 'x-custom', 'options!')
const header = fc.constantFrom(
  'Content-Type',
  'content-type',
  'AUTHORIZATION',
  'X-Request-Id',
  'x_a',
  "x!#$%&'+.^`|~",
  '1',
)

function names(name: fc.Arbitrary<string>): fc.Arbitrary<'*' | readonly string[]> {
  return fc.oneof(
    fc.constant('*' as const),
    fc.array(fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: fc.constant('*') }), { maxLength: 5 }),
  )
}

const drawn = fc.record(
  {
    origins: fc.array(fc.oneof({ weight: 12, arbitrary: originEntry }, { weight: 1, arbitrary: fc.constant('*') }), {
      minLength: 1,
      maxLength: 6,
    }),
    whole: fc.constantFrom('*', 'none', undefined, undefined, undefined),
    methods: names(method),
    headers: names(header),
    exposeHeaders: names(header),
    credentials: fc.boolean(),
    maxAge: fc.integer({ min: 0, max: 86_400 }),
    preflightStatus: fc.integer({ min: 200, max: 299 }),
    enforce: fc.boolean(),
    exempt: fc.constantFrom('all', 'list'),
  },
  { requiredKeys: ['origins'] },
)

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

/** Makes a config without problems: what is forbidden is left out, or permitted by name. */
function legal({ whole, exempt, origins: entries, credentials, enforce, ...options }: Drawn): CorsConfig {
  const enforces = enforce === true && whole !== '*' && !entries.includes('*')
  const listed = credentials === true ? entries.filter((entry) => entry !== '*') : entries
  const list = listed.length > 0 ? listed : ['https://example.com']
  const keyword = whole === '*' && credentials === true ? undefined : whole
  const exempted = exempt === 'list' ? (keyword === undefined ? list.filter((entry) => entry !== '*') : []) : true
  const dangerous = {
    dangerouslyAllowInsecureOrigins: exempted,
    dangerouslyAllowPublicSuffixSubdomains: exempted,
    dangerouslyAllowPublicAddresses: exempted,
  }
  const { exposeHeaders } = options
  const exposed = exposeHeaders === '*' ? [] : exposeHeaders?.filter((name) => name !== '*')
  return {
    ...options,
    origins: keyword ?? list,
    ...(credentials === undefined ? {} : { credentials }),
    ...(credentials === true && exposed !== undefined ? { exposeHeaders: exposed } : {}),
    ...(enforces ? { enforce } : {}),
    ...(credentials === true || enforces || exempt === 'list' ? dangerous : {}),
  } as CorsConfig
}

/** Puts configs into each other, up to one that lets everybody in. */
function nest([first, ...others]: readonly CorsConfig[]): CorsConfig {
  const { origins } = first as CorsConfig
  if (others.length === 0 || origins === '*' || origins.includes('*' as never)) return first as CorsConfig
  const { enforce: _, ...otherwise } = nest(others)
  return { ...(first as CorsConfig), otherwise } as CorsConfig
}

/** A config without problems, with every option and every kind of entry. */
export const config: fc.Arbitrary<CorsConfig> = fc
  .array(drawn.map(legal), { minLength: 1, maxLength: 3 })
  .map((configs) => nest(configs))

/** The entries of `origins` of a config, and of those that it holds. */
export function entriesOf({ origins, otherwise }: CorsConfig): readonly string[] {
  const own = typeof origins === 'string' ? [origins === 'none' ? 'https://none.example' : origins] : origins
  return otherwise === undefined ? own : [...own, ...entriesOf(otherwise)]
}

/** A request before its origin is known, which depends on the config. */
export interface Draft extends Omit<RequestFacts, 'origin'> {
  readonly origin: Recipe | string | undefined
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 })
const list = fc.array(fc.tuple(space, fc.oneof(token, header, fc.constant('')), space), { maxLength: 6 })

export const draft: fc.Arbitrary<Draft> = fc.record({
  method: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('OPTIONS', 'OPTIONS', 'GET', 'POST', 'PUT', 'HEAD', 'options') },
    { weight: 1, arbitrary: anyText },
  ),
  origin: fc.oneof(
    { weight: 8, arbitrary: recipe },
    {
      weight: 2,
      arbitrary: fc.oneof(originEntry, originLikeText, anyText, fc.constantFrom('null', '', '*', 'https://')),
    },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  requestMethod: maybe(fc.oneof(method, token, anyText, fc.constantFrom('P'.repeat(64), 'P'.repeat(65), '*', ''))),
  requestHeaders: maybe(
    fc.oneof(
      list.map((parts) => parts.map((part) => part.join('')).join(',')),
      header,
      anyText,
      fc.constantFrom('x'.repeat(1024), 'x'.repeat(1025)),
    ),
  ),
  fetchSite: maybe(fc.constantFrom('same-origin', 'same-site', 'cross-site', 'none', '', 'None')),
  host: maybe(fc.constantFrom('example.com', 'a.example.com', 'localhost:3000', '')),
})

export function factsOf(config: CorsConfig, { origin, ...rest }: Draft): RequestFacts {
  const entries = entriesOf(config)
  return { ...rest, origin: typeof origin === 'object' ? cook(entries, origin) : origin }
}
