// All the forms in which a handler can write a response: what it sets first, and how it then sends the headers.

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(response: Response) => unknown} Step */

/** Anything may be given to `writeHead`, and Node says what it thinks of it. @param {Response} response @param {unknown[]} args */
function writeHead(response, ...args) {
  Reflect.apply(response.writeHead, response, args)
}

/** @type {Readonly<Record<string, Step>>} */
export const BEFORE = {
  nothing: () => {},
  'a header': (r) => r.setHeader('X-Set', '1'),
  'the same header': (r) => r.setHeader('x-a', 'set'),
  'a header, taken off again': (r) => {
    r.setHeader('x-set', '1')
    r.removeHeader('x-set')
  },
  cookies: (r) => r.setHeader('Set-Cookie', ['s=1', 't=2']),
  appended: (r) => r.appendHeader('x-a', 'one').appendHeader('X-A', 'two'),
  'setHeaders of Headers': (r) => r.setHeaders(new Headers({ 'x-set': '1', 'content-type': 'text/x' })),
  'setHeaders of a map': (r) => r.setHeaders(new Map([['X-Set', '1']])),
  'no Date, and a length': (r) => {
    r.removeHeader('Date')
    r.setHeader('content-length', '2')
  },
  'a status and its text': (r) => Object.assign(r, { statusCode: 299, statusMessage: 'Set' }),
  'CORS fields': (r) => {
    r.setHeader('Access-Control-Allow-Origin', '*')
    r.setHeader('access-control-allow-private-network', 'true')
    r.setHeader('vary', 'Accept')
  },
  'CORS fields only': (r) => r.setHeader('access-control-max-age', '1'),
}

const CORS = { 'access-control-allow-origin': '*', Vary: 'Accept', 'Access-Control-Expose-Headers': 'x' }
const own = Object.assign(Object.create({ 'x-inherited': '1' }), { 'x-own': '1' })

/** What is given for headers. @type {Readonly<Record<string, unknown>>} */
const HEADERS = {
  'an object': { 'X-A': '1', 'x-b': 2, 'content-type': 'text/x' },
  'an empty object': {},
  'names in two cases': { 'content-length': '10', 'Content-Length': 2 },
  'names in three cases': { 'x-a': '1', 'X-A': '2', 'X-a': ['3', '4'], 'x-b': '5' },
  'cookies in an array': { 'Set-Cookie': ['a=1', 'b=2'], 'x-a': ['1', '2'] },
  'cookies in two cases': { 'set-cookie': 'a=1', 'Set-Cookie': ['b=2'] },
  'CORS fields': CORS,
  'CORS fields in two cases': {
    ...CORS,
    VARY: ['Cookie'],
    'Access-Control-Allow-Origin': 'null',
    'x-a': '1',
    'X-A': '2',
  },
  'the connection': { Connection: 'close', 'transfer-encoding': 'chunked' },
  'no prototype': Object.assign(Object.create(null), { 'x-a': '1' }),
  'a prototype': own,
  frozen: Object.freeze({ 'x-a': '1' }),
  'a field called __proto__': JSON.parse('{"__proto__":"1","x-a":"2"}'),
  'a Headers object': new Headers({ 'x-a': '1' }),
  'an undefined value': { 'x-a': '1', 'x-b': undefined, 'x-c': '3' },
  'an undefined value in an array': { 'x-a': ['1', undefined] },
  'a null value': { 'x-a': null },
  'a value with a line break': { 'x-a': '1', 'x-b': 'a\nb' },
  'a name with a space': { 'x-a': '1', 'x b': '2' },
  'an empty name': { 'x-a': '1', '': '2' },
  'a pseudo header': { ':status': '200' },
  'a flat list': ['X-A', '1', 'x-b', 2],
  'an empty list': [],
  'a flat list with repeats': ['x-a', '1', 'x-a', '2', 'X-A', '3'],
  'cookies in a flat list': ['Set-Cookie', 'a=1', 'set-cookie', 'b=2', 'Set-Cookie', ['c=3']],
  'two lengths in a flat list': ['content-length', '10', 'Content-Length', '2'],
  'CORS fields in a flat list': ['x-a', '1', ...Object.entries(CORS).flat(), 'VARY', 'Cookie', 'x-a', '2'],
  'an odd list': ['x-a', '1', 'x-b'],
  'a list with an undefined value': ['x-a', '1', 'x-b', undefined],
  'a list with a line break': ['x-a', '1', 'x-b', 'a\nb'],
  'a list with a number for a name': ['x-a', '1', 2, '2'],
  'a list with an empty name': ['x-a', '1', '', '2'],
  pairs: [
    ['X-A', '1'],
    ['x-b', 2],
  ],
  'one pair': [['X-A', '1']],
  'pairs with repeats': [
    ['x-a', '1'],
    ['x-a', '2'],
    ['Set-Cookie', 'a=1'],
    ['set-cookie', ['b=2']],
  ],
  'CORS fields in pairs': [['x-a', '1'], ...Object.entries(CORS), ['x-a', '2']],
  'a pair with no value': [['x-a', '1'], ['x-b']],
  'a pair that is null': [['x-a', '1'], null],
  'a pair that is text': [['x-a', '1'], 'xy'],
  null: null,
  undefined,
  text: 'ab',
  'a number': 1,
}

/** Where they are given. @type {Readonly<Record<string, (headers: unknown) => unknown[]>>} */
const PLACES = {
  '(status, headers)': (headers) => [201, headers],
  '(status, reason, headers)': (headers) => [201, 'Fine', headers],
  '(status, undefined, headers)': (headers) => [201, undefined, headers],
  '(status, null, headers)': (headers) => [201, null, headers],
  '(status, headers, null)': (headers) => [201, headers, null],
  '(status, object, headers)': (headers) => [201, { 'x-second': '1', 'Access-Control-Allow-Origin': '*' }, headers],
}

/** @type {Readonly<Record<string, Step>>} */
const OTHER_WAYS = {
  end: () => {},
  'write, then end': (r) => r.write('one'),
  flushHeaders: (r) => r.flushHeaders(),
  writeContinue: (r) => r.writeContinue(),
  writeProcessing: (r) => Reflect.has(r, 'writeProcessing') && r.writeProcessing(),
  writeEarlyHints: (r) => r.writeEarlyHints({ link: '</x>; rel=preload' }),
  'a status': (r) => writeHead(r, 204),
  'a status and a reason': (r) => writeHead(r, 404, 'Gone Fishing'),
  'an empty reason': (r) => writeHead(r, 404, ''),
  'no status': (r) => writeHead(r),
  'a status that is none': (r) => writeHead(r, 1000, { 'x-a': '1' }),
  'a status that is text': (r) => writeHead(r, '202', { 'x-a': '1' }),
  'a reason with a line break': (r) => writeHead(r, 200, 'a\nb', { 'x-a': '1' }),
  'not modified': (r) => writeHead(r, 304, { etag: '"1"' }),
  twice: (r) => {
    writeHead(r, 200, { 'x-a': '1' })
    writeHead(r, 201, { 'x-a': '2', 'x-b': '3' })
  },
  'after a write': (r) => {
    r.write('one')
    writeHead(r, 200, { 'x-a': '1' })
  },
  'setHeader too late': (r) => {
    writeHead(r, 200)
    r.setHeader('x-a', '1')
  },
  'again after an error': (r) => {
    try {
      writeHead(r, 200, { 'x-a': '1', 'x-b': 'a\nb' })
    } catch {
      writeHead(r, 500, { 'x-c': '1', 'X-C': '2' })
    }
  },
  'a trailer': (r) => {
    writeHead(r, 200, { trailer: 'x-late' })
    r.write('one')
    r.addTrailers({ 'x-late': '1' })
  },
}

/** @type {Readonly<Record<string, Step>>} */
const SENDING = {
  ...OTHER_WAYS,
  ...Object.fromEntries(
    Object.entries(PLACES).flatMap(([place, argumentsOf]) =>
      Object.entries(HEADERS).map(([name, headers]) => [
        `${place}: ${name}`,
        (/** @type {Response} */ r) => writeHead(r, ...argumentsOf(headers)),
      ]),
    ),
  ),
}

/** Each of the first with each of the second. @type {readonly (readonly [name: string, step: Step])[]} */
export const FORMS = Object.entries(BEFORE).flatMap(([before, prepare]) =>
  Object.entries(SENDING).map(
    ([sending, send]) =>
      /** @type {const} */ ([
        `${before}; ${sending}`,
        (response) => {
          prepare(response)
          send(response)
        },
      ]),
  ),
)
