import type { Random } from '../../config/fixtures/random.js'
import { type Answer, type Case, type Lines, ORIGIN, OTHER_ORIGIN, UPPER_CASE_ORIGIN } from '../case.js'

type Field = readonly string[]

/** Lines of one field that are wrong, or right in an unusual way. None, one or two of them. */
const ORIGINS: readonly Field[] = [
  ...[
    '*',
    '*',
    'null',
    OTHER_ORIGIN,
    UPPER_CASE_ORIGIN,
    `${ORIGIN}/`,
    ` ${ORIGIN}\t`,
    `${ORIGIN}, ${ORIGIN}`,
    `${ORIGIN}, *`,
  ].map((line) => [line]),
  ...[
    '',
    '**',
    '* ',
    '"*"',
    'true',
    `${ORIGIN} `,
    `${ORIGIN},`,
    `${OTHER_ORIGIN} ${ORIGIN}`,
    '127.0.0.1',
    'http://127.0.0.1',
  ].map((line) => [line]),
  ...[[], [], [ORIGIN, ORIGIN], ['*', '*'], [ORIGIN, '*'], ['', ORIGIN], [OTHER_ORIGIN, ORIGIN], ['null', ORIGIN]],
]
const CREDENTIALS: readonly Field[] = [
  ...['True', 'TRUE', 'false', '1', '', ' true ', 'true,', 'true, true', '"true"', '*', 'yes'].map((line) => [line]),
  ...[[], [], ['true', 'true'], ['true', 'false'], ['', 'true']],
]
const MAX_AGES: readonly Field[] = [
  [],
  [],
  ['600'],
  ['0'],
  ['-1'],
  ['abc'],
  ['5, 6'],
  ['1.5'],
  ['99999999999999999999'],
  ['5', '6'],
  [' 7 '],
  ['"8"'],
  [''],
  ['+9'],
]
const EXPOSED: readonly Field[] = [
  ...[
    'x-one',
    'X-ONE, x-two',
    '*',
    'x-one,*',
    ' x-one ,, x-two,',
    'x-one x-two',
    'x one',
    '"x-one"',
    '',
    ',',
    'set-cookie, x-one',
  ].map((line) => [line]),
  ...['content-length', 'x-one;', 'x-none', 'x-one\t,x-two'].map((line) => [line]),
  ...[[], [], ['x-one', 'x-two'], ['x-one', '*'], ['x-one', 'x two'], ['', 'x-two']],
]
const MORE: Lines = [
  ['X-One', '1'],
  ['x-two', '2'],
  ['X-Three', ''],
  ['Set-Cookie', 'page=1; Path=/'],
  ['Content-Language', 'de'],
  ['Expires', '0'],
  ['Last-Modified', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Pragma', 'no-cache'],
  ['X-One', 'again'],
  ['ETag', '"1"'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-site'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Vary', 'Origin'],
  ['X-Latin', 'caf\xe9'],
  ['Content-Type', 'text/css'],
  ['Cross-Origin-Resource-Policy', 'Same-Origin'],
]
const PREFLIGHT_STATUSES = [
  200, 204, 200, 204, 201, 299, 206, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 500, 501, 503,
]
const STATUSES = [
  200, 201, 202, 203, 204, 205, 206, 226, 299, 300, 304, 305, 306, 400, 401, 403, 404, 405, 410, 418, 429, 451, 500,
  502, 503, 599,
]

/** Whether something is as it should be. Low enough that cases differ, high enough that many get to the end. */
function isGood(random: Random): boolean {
  return !random.once(7)
}

export function generatePreflightAnswer(random: Random, asked: Omit<Case, 'hops'>, origin: string): Answer {
  const status = isGood(random) ? random.pick([200, 204]) : random.pick(PREFLIGHT_STATUSES)
  const headers: Lines = [
    ...generateSharing(random, asked, origin),
    ...lines('Access-Control-Allow-Methods', generateMethods(random, asked.method)),
    ...lines('Access-Control-Allow-Headers', generateNames(random, asked.headers)),
    ...lines('access-control-max-age', random.pick(MAX_AGES)),
    ...(random.once(20) ? lines('Access-Control-Expose-Headers', ['x-one']) : []),
  ]
  return { status, headers }
}

/** @param redirects the status, where the answer is a redirect */
export function generateActualAnswer(
  random: Random,
  asked: Omit<Case, 'hops'>,
  origin: string,
  redirects?: number,
): Answer {
  const isImage = asked.via === 'image'
  const status = redirects ?? (isImage || random.once(2) ? 200 : random.pick(STATUSES))
  const more = [...new Set(random.list(0, 3, () => random.pick(MORE)))]
  const headers: Lines = [
    ...generateSharing(random, asked, origin),
    ...lines(random.pick(['Access-Control-Expose-Headers', 'access-control-expose-headers']), random.pick(EXPOSED)),
    // A body that is not a picture is never shown.
    ...more.filter(([name]) => !isImage || name !== 'Content-Type'),
    ...(random.once(30) ? lines('Access-Control-Allow-Methods', ['PUT']) : []),
  ]
  return { status, headers }
}

function generateSharing(random: Random, { credentials }: Omit<Case, 'hops'>, origin: string): Lines {
  const right = credentials === 'include' || random.once(2) ? [origin] : ['*']
  const included: Field = credentials === 'include' ? ['true'] : random.pick([[], ['true']])
  return [
    ...lines(
      random.pick(['Access-Control-Allow-Origin', 'access-control-allow-ORIGIN']),
      isGood(random) ? right : random.pick(ORIGINS),
    ),
    ...lines('Access-Control-Allow-Credentials', isGood(random) ? included : random.pick(CREDENTIALS)),
  ]
}

function generateMethods(random: Random, method: string): Field {
  const right = method === 'patch' || method === '' ? method : method.toUpperCase()
  if (isGood(random)) return random.pick([[method], [right], [`GET, ${right},DELETE`], [`${right}`, 'PUT']])
  return random.pick([
    ...[
      right.toLowerCase(),
      '*',
      `${right},*`,
      `"${right}"`,
      `${right} PUT`,
      `${right};`,
      `,${right},`,
      '',
      ',',
      'PUT',
      'GET',
    ].map((line) => [line]),
    ...[[], ['PUT', right], ['P(T', right], [`${right}\t, PUT`], ['*', '*'], [`${right}, P T`], [`${right}/`]],
  ])
}

function generateNames(random: Random, headers: Lines): Field {
  const names = headers.map(([name]) => name)
  const right = names.join(', ')
  if (isGood(random)) return random.pick([[right], [right.toLowerCase()], [`x-more,${right.toUpperCase()}`], names])
  return random.pick([
    ...[
      '*',
      `*, authorization`,
      `${right},*`,
      `"${right}"`,
      names.join(' '),
      names.join(';'),
      `,${right},,`,
      '',
      ',',
    ].map((line) => [line]),
    ...[
      [],
      [names.slice(1).join(',')],
      ['x-a', right],
      ['x a', right],
      [`${right}\t, x-b`],
      [`${right}, x y`],
      ['authorization'],
    ],
  ])
}

function lines(name: string, field: Field): Lines {
  return field.map((value) => [name, value])
}
