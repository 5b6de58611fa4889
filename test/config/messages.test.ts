import t from 'tap'
import { parseConfig } from '../../src/config/parse-config.js'
import { parseOrigins } from '../../src/config/parse-origins.js'
import type { CorsConfigProblem } from '../../src/config/problems.js'
import { problemsOf } from './fixtures/problem-rows.js'

/**
 * What people read, word for word. All other tests look at codes, paths and suggestions: to change a sentence, change
 * it here.
 */

const ORIGINS = ['https://a.com']
const READ_OPTIONS =
  'origins, methods, headers, exposeHeaders, credentials, maxAge, preflightStatus, enforce, dangerouslyAllowInsecureOrigins, dangerouslyAllowPublicSuffixSubdomains'
const NAMES_NO_ORIGIN = "names no origin: list those that may read responses, or write 'none' or '*'"

/** A config with one problem, and what is said about it. */
type Row = readonly [config: unknown, path: string, message: string]

const WHOLE: readonly Row[] = [
  ['a', 'config', 'must be a plain object with the options of CorsConfig, and is "a"'],
  [null, 'config', 'must be a plain object with the options of CorsConfig, and is null'],
  [{ origins: ORIGINS, cookies: 1 }, 'cookies', `is no option; the options are ${READ_OPTIONS}`],
  [{ origins: ORIGINS, allow_origins: 1 }, 'allow_origins', "is no option: write 'origins'"],
  [
    { origins: ORIGINS, prefix: '/a' },
    'prefix',
    'is no option: the plugin shares the scope in which it is registered, so register it inside the plugin that has the prefix',
  ],
  [
    { origins: ORIGINS, logLevel: 'warn' },
    'logLevel',
    'is no option: the plugin has no routes of its own, and logs through those of the app',
  ],
  [{ origins: ORIGINS, preflight: true }, 'preflight', 'is no option: preflights are always answered'],
  [
    { origins: ORIGINS, preflightContinue: true },
    'preflightContinue',
    'is no option: preflights are always answered, before any handler',
  ],
  [
    { origins: ORIGINS, strictPreflight: true },
    'strictPreflight',
    'is no option: what is no preflight is left to the app',
  ],
  [{ origins: ORIGINS, hideOptionsRoute: true }, 'hideOptionsRoute', 'is no option: no route shows up'],
  [
    { origins: ORIGINS, delegator: true },
    'delegator',
    'is no option: a policy does not change per request; use policies of their own for routes that differ',
  ],
  [
    {
      get origins() {
        throw new Error('a trap')
      },
    },
    'config',
    'cannot be read: it threw "a trap"',
  ],
  [
    {
      get origins() {
        throw 'a text'
      },
    },
    'config',
    'cannot be read: it threw "a text"',
  ],
  [
    {
      get origins() {
        throw new Proxy(new Error('a trap'), {
          getPrototypeOf() {
            throw 'a trap'
          },
        })
      },
    },
    'config',
    'cannot be read: it threw "something unreadable"',
  ],
]

const OPTIONS: readonly Row[] = [
  [{ origins: ORIGINS, credentials: 'yes' }, 'credentials', 'must be true or false, and is "yes"'],
  [
    { origins: '*', enforce: true },
    'enforce',
    "nothing would ever be refused, since origins is or holds '*': list the origins, or remove enforce",
  ],
  [{ origins: ORIGINS, maxAge: '5' }, 'maxAge', 'must be a number, and is "5"'],
  [{ origins: ORIGINS, maxAge: -1 }, 'maxAge', 'must be an integer from 0 to 86400 seconds, and is -1'],
  [
    { origins: ORIGINS, preflightStatus: 404 },
    'preflightStatus',
    'must be an integer from 200 to 299, the statuses that a browser takes for ok, and is 404',
  ],
]

const NAMES: readonly Row[] = [
  [
    { origins: ORIGINS, methods: ['PU T'] },
    'methods[0]',
    '"PU T" is not a method: write one name per entry, without white space',
  ],
  [
    { origins: ORIGINS, methods: ['P*'] },
    'methods[0]',
    `"P*" is not a method: a * stands alone, for every name; list the names or write '*'`,
  ],
  [
    { origins: ORIGINS, methods: ['P:'] },
    'methods[0]',
    '"P:" is not a method: it has a character that no name can have',
  ],
  [{ origins: ORIGINS, methods: ['trace'] }, 'methods[0]', 'no browser sends TRACE for a script: remove it'],
  [
    { origins: ORIGINS, methods: ['patch'] },
    'methods[0]',
    `"patch" would never match: methods are compared by case: write 'PATCH'`,
  ],
  [
    { origins: ORIGINS, headers: ['x:a'] },
    'headers[0]',
    '"x:a" is not a header name: it has a character that no name can have',
  ],
  [
    { origins: ORIGINS, headers: ['Cookie'] },
    'headers[0]',
    'browsers set cookie themselves and let no script do it: remove it',
  ],
  [
    { origins: ORIGINS, headers: ['Access-Control-Max-Age'] },
    'headers[0]',
    'access-control-max-age is a response header, which the policy sends: remove it',
  ],
  [
    { origins: ORIGINS, exposeHeaders: ['x:a'] },
    'exposeHeaders[0]',
    '"x:a" is not a header name: it has a character that no name can have',
  ],
  [
    { origins: ORIGINS, exposeHeaders: ['Set-Cookie'] },
    'exposeHeaders[0]',
    'browsers show set-cookie to no script: remove it',
  ],
  [
    { origins: ORIGINS, exposeHeaders: ['Origin'] },
    'exposeHeaders[0]',
    'origin is a request header, and no response has it: remove it',
  ],
  [
    { origins: ORIGINS, exposeHeaders: '*', credentials: true },
    'exposeHeaders',
    "with credentials a browser takes '*' for the name of a header: list the response headers that scripts read",
  ],
]

const LISTS: readonly Row[] = [
  [{}, 'origins', NAMES_NO_ORIGIN],
  [{ origins: [] }, 'origins', NAMES_NO_ORIGIN],
  [{ origins: 'a' }, 'origins', 'must be a list of strings, and is "a": write ["a"]'],
  [{ origins: 5 }, 'origins', 'must be a list of strings, and is 5'],
  [{ origins: [''] }, 'origins[0]', 'is an empty string'],
  [{ origins: [7] }, 'origins[0]', 'must be a string, and is 7'],
  [
    { origins: [/a/] },
    'origins[0]',
    'must be a string, and is a regular expression: write a pattern such as https://*.example.com',
  ],
  [{ origins: new Array(1) }, 'origins[0]', 'is a hole in the list: remove it'],
  [{ origins: new Array(10_000_001) }, 'origins', 'has 10000001 entries, and a list can have 10000000'],
]

const RISKS: readonly Row[] = [
  [
    { origins: '*', credentials: true },
    'origins',
    "browsers refuse '*' with credentials, and to reflect every origin instead would give every site your users' data: list the origins, or remove credentials",
  ],
  [
    { origins: ['http://a.com'], credentials: true },
    'origins[0]',
    `"http://a.com" is plain http: whoever sits on the wire can change its pages and read your users' data with their cookies: write https, or set dangerouslyAllowInsecureOrigins`,
  ],
  [
    { origins: ['https://*.co.uk'], credentials: true },
    'origins[0]',
    `"https://*.co.uk" lets in names below co.uk, which anyone can register, to read your users' data with their cookies: name your own subdomains, or set dangerouslyAllowPublicSuffixSubdomains`,
  ],
]

/** What is said about an entry of `origins`, behind the entry itself. */
const ENTRIES: readonly (readonly [origin: string, message: string])[] = [
  ['null', 'would allow every site: any page can send the origin null from a sandboxed frame. List the real origins'],
  ['file://a', 'can never match: no page has an origin with the scheme file'],
  [
    'ws://a.com',
    "can never match: the Origin of a WebSocket handshake is that of the page, with the scheme http: write 'http://a.com'",
  ],
  [
    'a,b',
    'holds more than one origin, or white space: write one origin per entry, or split a list with parseOrigins()',
  ],
  ['https://a.com.', "has a host that ends in a dot: write 'https://a.com'"],
  ['https://a.com:0', 'has the port 0, which no page is ever served from'],
  ['https://a.com/', "is not how a browser writes an origin, so it would never match: write 'https://a.com'"],
  ['http://10.1.1.1/8', "is not the canonical way to write that range of addresses: write 'http://10.0.0.0/8'"],
  ['https://*', "would be every host: write origins: '*' if that is what you want, else name the domain"],
  ['http://10.*', "is no range of addresses: those are written with a prefix length: write 'http://10.0.0.0/8'"],
  [
    'https://.+',
    'looks like a regular expression, and those are not taken: write a pattern such as https://*.example.com',
  ],
  ['*://a.com', 'has a wildcard in the scheme: write one entry for http and one for https'],
  [
    'https://*.*.com',
    'is no pattern: a * stands for labels in front of a domain (https://*.example.com), once inside the first label (https://pr-*.example.com), or for the port (http://localhost:*)',
  ],
  ['a.com', "has no scheme: an origin is scheme://host or scheme://host:port: write 'https://a.com'"],
  ['https://', 'is neither an origin (scheme://host or scheme://host:port) nor a pattern for some'],
]

/** What `parseOrigins` says. */
const OUTSIDE: readonly Row[] = [
  [undefined, 'origins', 'must be a string or a list of strings, and is undefined: is the environment variable set?'],
  [7, 'origins', 'must be a list of strings, and is 7'],
  ['', 'origins', NAMES_NO_ORIGIN],
  ['*', 'origins[0]', "'*' is not taken from outside the program: write origins: '*' in the config itself"],
]

function said(problems: readonly CorsConfigProblem[]): string[] {
  return problems.map(({ path, message }) => `${path}: ${message}`)
}

t.test('what is said about a config', async (t) => {
  for (const [config, path, message] of [...WHOLE, ...OPTIONS, ...NAMES, ...LISTS, ...RISKS]) {
    t.strictSame(said(problemsOf(() => parseConfig(config))), [`${path}: ${message}`])
  }
})

t.test('what is said about an entry of origins', async (t) => {
  for (const [origin, message] of ENTRIES) {
    t.strictSame(said(problemsOf(() => parseConfig({ origins: [origin] }))), [`origins[0]: "${origin}" ${message}`])
  }
  t.strictSame(said(problemsOf(() => parseConfig({ origins: ['a'.repeat(400)] }))), [
    `origins[0]: "${'a'.repeat(80)}…" has 400 characters, and no origin has more than 326`,
  ])
})

t.test('what is said about origins from outside', async (t) => {
  for (const [list, path, message] of OUTSIDE) {
    t.strictSame(said(problemsOf(() => parseOrigins(list as string))), [`${path}: ${message}`])
  }
})
