/** Values at the edges of the rules for requests. Bytes above 0x7F stand as the characters of the same number. */

export const METHODS: readonly string[] = [
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PURGE', 'CHICKEN', 'PROPFIND'],
  ...['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'Post', 'pUT', 'Patch', 'pROPFIND'],
  ...['X-A!#', 'GETT', 'BREW'],
]

export const REFUSED_METHODS: readonly string[] = [
  'CONNECT',
  'TRACE',
  'TRACK',
  'connect',
  'trace',
  'GE T',
  '',
  'GET,',
  'PÜT',
]

/**
 * The limit is 128. Not 127: such a one is joined with an empty line behind it to 129 bytes, of which the model, like
 * `fetch` with each line, trims the last.
 */
const AT_THE_LIMIT = [126, 128, 129].map((length) => 'a'.repeat(length))
const LANGUAGES: readonly string[] = [
  ...['en', 'de-DE,de;q=0.9, en;q=0.5', '*', 'en_US', 'en/US', 'e\xe9', 'en:', '"en"', 'a.b', 'en\tde', '', '(en)'],
  ...AT_THE_LIMIT,
]

/** Names that are safelisted with some values, and those values. */
export const SAFELISTED_HEADERS: Readonly<Record<string, readonly string[]>> = {
  Accept: [
    ...['*/*', 'application/json', 'text/html;q=0.5, */*', 'a"b', 'a(b', 'a:b', 'a<b', 'a?b', 'a@b', 'a[b', 'a\\b'],
    ...['a{b', 'a}b', 'a\x7fb', 'a\tb', 'caf\xe9', '', "a'b", ...AT_THE_LIMIT],
  ],
  'accept-language': LANGUAGES,
  'Content-Language': LANGUAGES,
  'content-type': [
    ...['text/plain', 'TEXT/Plain', 'text/plain;charset=utf-8', 'text/plain ; a=b', 'text/plain;', ' text/plain\t'],
    ...[
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'text/plain;a=\xe9',
    ],
    ...[
      'application/json',
      'text/html',
      'text',
      'text/',
      '/plain',
      'text/plain/x',
      'text /plain',
      'text/plain, text/plain',
    ],
    ...[
      'text/plain;a="b"',
      'text/plain;a=(b',
      'text/plain; a={',
      'text/plain;a=b:c',
      'text/plain;a',
      'text/plain;;',
      '',
    ],
    ...[120, 128, 129].map((length) => `text/plain;${'a'.repeat(length - 'text/plain;'.length)}`),
    ...['application/json, text/plain', 'text/plain+x', 'x-text/plain', 'text/plain a'],
  ],
  Range: [
    ...[
      'bytes=0-',
      'bytes=0-499',
      'bytes=5-5',
      'bytes=5-4',
      'bytes=-5',
      'bytes=0-1,3-4',
      'bytes 0-1',
      'BYTES=0-1',
      'items=0-1',
    ],
    ...[
      'bytes=0 - 1',
      'bytes= 0-1',
      'bytes=0-1 ',
      'bytes=',
      'bytes=-',
      'bytes=00-01',
      'bytes=0-99999999999999999999',
      'bytes=a-b',
    ],
    `bytes=0-${'9'.repeat(120)}`,
  ],
}

/** Names that always need a preflight. Client hints are not among them: Chromium removes them when it is redirected. */
export const UNSAFE_NAMES: readonly string[] = [
  ...['X-A', 'x-b', 'X-UPPER', 'x_c', 'Authorization', 'authorization', 'Cache-Control', 'If-None-Match', 'Pragma'],
  ...['X-Requested-With', 'Last-Event-ID', 'If-Range'],
  ...[
    'X-HTTP-Method',
    'Content-Encoding',
    'Content-Location',
    'Accept-Post',
    'traceparent',
    'x.y~z',
    'Access-Control-Allow-Origin',
  ],
]
export const ANY_VALUES: readonly string[] = [
  '1',
  '',
  'a b',
  'caf\xe9',
  '"quoted"',
  'a, b',
  ' spaces\t',
  'x'.repeat(200),
  '(:)',
]

/** Names that a browser silently drops, and values that could not be its own. */
export const FORBIDDEN_NAMES: readonly string[] = [
  ...['Cookie', 'cookie2', 'Host', 'Origin', 'Referer', 'Date', 'Via', 'DNT', 'TE', 'Trailer', 'Upgrade', 'Expect'],
  ...[
    'Keep-Alive',
    'Connection',
    'Content-Length',
    'Accept-Charset',
    'Accept-Encoding',
    'Set-Cookie',
    'Sec-Fetch-Mode',
  ],
  ...['Sec-X', 'proxy-x', 'Proxy-Authorization', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
  ...['Access-Control-Request-Private-Network', 'Transfer-Encoding'],
]
export const FORBIDDEN_VALUES: readonly string[] = ['scripted', '']

export const OVERRIDE_NAMES: readonly string[] = ['X-HTTP-Method', 'X-HTTP-Method-Override', 'x-method-override']
export const OVERRIDE_VALUES: readonly string[] = [
  'PUT',
  'TRACE',
  'track',
  'GET, CONNECT',
  '"TRACE"',
  '"a,TRACE,b"',
  'TRACER',
  ' CONNECT ',
]

export const INVALID_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ...([
    ['bad name', 'a'],
    ['', 'a'],
    ['x:y', 'a'],
    ['é', 'a'],
    ['x(', 'a'],
  ] as const),
  ...([
    ['x-a', 'a\nb'],
    ['x-a', 'a\rb'],
    ['x-a', 'a\0b'],
    ['x-a', 'Ā'],
    ['x-a', '☃'],
    ['x-a', '\nok\n'],
  ] as const),
]
