import { MAX_ECHOED_HEADERS_LENGTH, MAX_ECHOED_METHOD_LENGTH } from '../policy/answer.js'
import type { NginxMap } from './nginx-map.js'

/** The maps that are the same for every policy that needs them. */

/** RFC 9110 section 5.6.2. */
const TCHAR = "[!#$%&'*+.^_`|~0-9A-Za-z-]"

export const ECHOED_METHOD: NginxMap = {
  comment: "methods: '*' with credentials: the method that is asked for.",
  source: '$http_access_control_request_method',
  variable: '$cors_echoed_method',
  fallback: '',
  entries: [[`~^${TCHAR}{1,${MAX_ECHOED_METHOD_LENGTH}}$`, '$http_access_control_request_method']],
}

/** A list of tokens, RFC 9110 section 5.6.1. Possessive, so it is read once. */
export const ECHOED_HEADERS: NginxMap = {
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
export const ENFORCE: readonly NginxMap[] = [
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
    source: '"$cors_writes:$cors_site:$cors_foreign:$cors_matched"',
    variable: '$cors_forbidden',
    fallback: '',
    entries: [
      // Only the origins of the outermost config may write.
      ['~^1:cross:1?:(?!1$)', '1'],
      ['~^1:unknown:1:(?!1$)', '1'],
    ],
  },
  {
    comment: 'What is forbidden gets no CORS headers.',
    source: '$cors_forbidden',
    variable: '$cors_layer',
    fallback: '',
    entries: [['', '$cors_matched']],
  },
]
