import { includesWildcard } from '../config/parse-fields.js'
import { MAX_ECHOED_HEADERS_LENGTH, MAX_ECHOED_METHOD_LENGTH } from '../policy/answer.js'
import { patternRegex } from './pattern-regex.js'
import { namesList, type PolicyExport } from './policy-export.js'

/** One `map` block (https://nginx.org/en/docs/http/ngx_http_map_module.html): what is not listed is `fallback`. */
interface NginxMap {
  readonly comment: string
  readonly source: string
  readonly variable: string
  readonly fallback: string
  readonly entries: readonly (readonly [key: string, value: string])[]
}

/**
 * Every key is a case-sensitive regular expression, also where a plain string would do: those nginx compares without
 * regard to case, and an origin in capitals is not an origin.
 */
export function renderMaps(target: PolicyExport): string {
  return mapsOf(target).map(renderMap).join('\n\n')
}

function mapsOf(target: PolicyExport): NginxMap[] {
  return [...originMaps(target), ...preflightMaps(target), ...(target.config.enforce === true ? ENFORCE : [])]
}

function originMaps(target: PolicyExport): NginxMap[] {
  const origins = target.origins.map((entry): readonly [string, string] => {
    const regex = patternRegex(entry.text)
    if (regex !== undefined) return [`~^${regex}$`, '$http_origin']
    target.refuseOrigin(entry, 'address-range')
    return ['', '']
  })
  const maps: NginxMap[] = [
    {
      comment: 'Access-Control-Allow-Origin, empty for all others.',
      source: '$http_origin',
      variable: '$cors_allow_origin',
      fallback: target.anyOrigin ? '*' : '',
      entries: origins,
    },
  ]
  if (target.credentials) {
    maps.push({
      comment: 'Access-Control-Allow-Credentials.',
      source: '$cors_allow_origin',
      variable: '$cors_allow_credentials',
      fallback: 'true',
      entries: [['', '']],
    })
  }
  return maps
}

function preflightMaps(target: PolicyExport): NginxMap[] {
  const { methods = [], headers = [], exposeHeaders = [], maxAge } = target.config
  const echoesMethod = target.credentials && includesWildcard(methods)
  const echoesHeaders = target.credentials && includesWildcard(headers)
  const vary = ['Origin']
  if (echoesMethod) vary.push('Access-Control-Request-Method')
  if (echoesHeaders) vary.push('Access-Control-Request-Headers')
  return [
    present('$http_origin', '$cors_has_origin', 'Whether the request has an Origin, and asks for a method.'),
    present('$http_access_control_request_method', '$cors_asks_method', ''),
    {
      comment: 'https://fetch.spec.whatwg.org/#cors-preflight-request: allowed, refused, or empty for no preflight.',
      source: '"$request_method:$cors_has_origin:$cors_asks_method:$cors_allow_origin"',
      variable: '$cors_preflight',
      fallback: '',
      entries: [
        ['~^OPTIONS:1:1:.', 'allowed'],
        ['~^OPTIONS:1:1:$', 'refused'],
      ],
    },
    onAllowed(
      'Access-Control-Allow-Methods',
      '$cors_allow_methods',
      echoesMethod ? '$cors_echoed_method' : join(methods),
    ),
    onAllowed(
      'Access-Control-Allow-Headers',
      '$cors_allow_headers',
      echoesHeaders ? '$cors_echoed_headers' : join(headers),
    ),
    onAllowed('Access-Control-Max-Age', '$cors_max_age', maxAge === undefined ? '' : String(maxAge)),
    ...(echoesMethod ? [ECHOED_METHOD] : []),
    ...(echoesHeaders ? [ECHOED_HEADERS] : []),
    {
      comment: 'Access-Control-Expose-Headers: on every response but a preflight.',
      source: '"$cors_preflight:$cors_allow_origin"',
      variable: '$cors_expose_headers',
      fallback: '',
      entries: [['~^:.', join(exposeHeaders)]],
    },
    {
      comment: 'Vary: on every response there is.',
      source: '$cors_preflight',
      variable: '$cors_vary',
      fallback: vary.join(', '),
      entries: [['', 'Origin']],
    },
  ]
}

function present(source: string, variable: string, comment: string): NginxMap {
  return { comment, source, variable, fallback: '1', entries: [['', '']] }
}

function onAllowed(field: string, variable: string, value: string): NginxMap {
  return { comment: `${field}.`, source: '$cors_preflight', variable, fallback: '', entries: [['~^allowed$', value]] }
}

function join(names: '*' | readonly string[]): string {
  return namesList(names).join(', ')
}

/** RFC 9110 section 5.6.2. */
const TCHAR = "[!#$%&'*+.^_`|~0-9A-Za-z-]"

const ECHOED_METHOD: NginxMap = {
  comment: "methods: '*' with credentials: the method that is asked for.",
  source: '$http_access_control_request_method',
  variable: '$cors_echoed_method',
  fallback: '',
  entries: [[`~^${TCHAR}{1,${MAX_ECHOED_METHOD_LENGTH}}$`, '$http_access_control_request_method']],
}

/** A list of tokens, RFC 9110 section 5.6.1. Possessive, so it is read once. */
const ECHOED_HEADERS: NginxMap = {
  comment: "headers: '*' with credentials: the headers that are asked for.",
  source: '$http_access_control_request_headers',
  variable: '$cors_echoed_headers',
  fallback: '',
  entries: [
    [
      `~^(?=.{1,${MAX_ECHOED_HEADERS_LENGTH}}$)[ \\t]*+(?:${TCHAR}++[ \\t]*+)?+(?:,[ \\t]*+(?:${TCHAR}++[ \\t]*+)?+)*+$`,
      '$http_access_control_request_headers',
    ],
  ],
}

/** The same algorithm as `isCrossOriginWrite`. */
const ENFORCE: readonly NginxMap[] = [
  {
    comment: 'enforce: requests that change something, from pages of other origins.',
    source: '$request_method',
    variable: '$cors_writes',
    fallback: '1',
    entries: [['~^(?:GET|HEAD|OPTIONS)$', '']],
  },
  {
    comment: '',
    source: '$http_sec_fetch_site',
    variable: '$cors_site',
    fallback: 'cross',
    entries: [
      ['', 'unknown'],
      ['~^(?:same-origin|none)$', 'same'],
    ],
  },
  {
    comment: '',
    source: '"$http_host $http_origin"',
    variable: '$cors_foreign',
    fallback: '1',
    entries: [
      ['~^\\S* $', ''],
      ['~^(\\S+) (?:(?!://).)*://\\1$', ''],
    ],
  },
  {
    comment: '',
    source: '"$cors_writes:$cors_site:$cors_foreign:$cors_allow_origin"',
    variable: '$cors_forbidden',
    fallback: '',
    entries: [
      ['~^1:cross:1?:$', '1'],
      ['~^1:unknown:1:$', '1'],
    ],
  },
]

function renderMap({ comment, source, variable, fallback, entries }: NginxMap): string {
  return [
    ...(comment === '' ? [] : [`# ${comment}`]),
    `map ${source} ${variable} {`,
    `    default ${quote(fallback)};`,
    ...entries.map(([key, value]) => `    ${quote(key)} ${quote(value)};`),
    '}',
  ].join('\n')
}

/** In quotes nginx reads a backslash before a quote, a backslash, t, r and n, and leaves all others as they are. */
function quote(text: string): string {
  return `"${text.replace(/\\(?=[\\"'trn])|"/g, '\\$&')}"`
}
