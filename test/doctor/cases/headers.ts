import { serve } from '../../support/serve.js'
import { startNginx } from '../proxies.js'
import {
  APP,
  app,
  apps,
  type Case,
  CREDENTIALS,
  type Fields,
  fields,
  GET,
  GET_COOKIES,
  good,
  ORIGIN,
  PUT_JSON,
} from './case.js'
import { startApache, startCaddy } from './programs.js'

/** Says that to the page, and nothing to others. */
const says = (value: string | readonly string[], more: Fields = {}) =>
  apps((asked) => {
    if (asked.origin !== APP) return good(asked)
    return [asked.kind === 'preflight' ? 204 : 200, { ...fields(asked), [ORIGIN]: value, ...more }]
  })

const named = (name: string, value: string | readonly string[], first: Case['first'], ask = GET): Case => ({
  name: `${ORIGIN}: ${name}`,
  start: says(value),
  ask,
  first,
})

export const HEADERS: readonly Case[] = [
  { name: 'no CORS at all', start: apps(() => [200]), ask: GET, first: 'allow-origin-missing' },
  { name: 'no CORS at all, with a preflight', start: apps(() => [200]), ask: PUT_JSON, first: 'allow-origin-missing' },
  named('two lines', [APP, '*'], 'allow-origin-doubled'),
  named('*, * in one line', '*, *', 'allow-origin-doubled'),
  named('the same origin twice in one line', `${APP}, ${APP}`, 'allow-origin-doubled'),
  named('a list', `${APP}, https://b.example.com`, 'allow-origin-list'),
  named('a list with spaces', `https://b.example.com ${APP}`, 'allow-origin-list'),
  named('another scheme', 'http://app.example.com', 'allow-origin-scheme'),
  named('another port', `${APP}:3000`, 'allow-origin-port'),
  named('a slash', `${APP}/`, 'allow-origin-trailing-slash'),
  named('null', 'null', 'allow-origin-null'),
  named('another origin', 'https://b.example.com', 'allow-origin-other'),
  named('empty', '', 'allow-origin-empty'),
  named('a pattern', 'https://*.example.com', 'allow-origin-pattern'),
  named('a pattern without a scheme', '*.example.com', ['allow-origin-pattern', 'allow-origin-no-scheme']),
  named('no scheme', 'app.example.com', 'allow-origin-no-scheme'),
  named('no scheme, with a port', 'app.example.com:3000', 'allow-origin-no-scheme'),
  named('quoted', `"${APP}"`, 'allow-origin-quoted'),
  named('a quoted star', "'*'", 'allow-origin-quoted'),
  named('true', 'true', ['allow-origin-no-scheme', 'allow-origin-other']),
  named('*, with cookies', '*', 'allow-origin-wildcard-credentials', GET_COOKIES),
  {
    name: 'no credentials',
    start: says(APP, { [CREDENTIALS]: [] }),
    ask: GET_COOKIES,
    first: 'allow-credentials-missing',
  },
  {
    name: 'credentials: True',
    start: says(APP, { [CREDENTIALS]: 'True' }),
    ask: GET_COOKIES,
    first: 'allow-credentials-not-true',
  },
  {
    name: 'credentials twice',
    start: says(APP, { [CREDENTIALS]: ['true', 'true'] }),
    ask: GET_COOKIES,
    first: ['allow-credentials-not-true', 'allow-origin-doubled'],
  },
  {
    name: 'nginx adds what the app sends already',
    programs: ['nginx'],
    start: async (t) => {
      const target = await serve(
        t,
        app((asked) => good(asked)),
      )
      return startNginx(
        t,
        '',
        `location / { proxy_pass http://127.0.0.1:${target}; add_header ${ORIGIN} $http_origin always; }`,
      )
    },
    ask: GET,
    first: 'allow-origin-doubled',
    place: 'nginx',
  },
  {
    name: 'nginx: add_header without always, and an error',
    programs: ['nginx'],
    start: (t) =>
      startNginx(
        t,
        '',
        `add_header ${ORIGIN} ${APP}; add_header Vary Origin always; location / { return 200 ok; } location /cors-policy-doctor-404 { return 404; }`,
      ),
    ask: GET,
    first: 'error-without-cors',
    place: 'nginx',
  },
  {
    name: 'nginx: an add_header in the location hides those of the server',
    programs: ['nginx'],
    start: (t) =>
      startNginx(
        t,
        '',
        `add_header ${ORIGIN} ${APP} always; location / { add_header X-Frame-Options DENY; return 200 ok; }`,
      ),
    ask: GET,
    first: 'allow-origin-missing',
    place: 'nginx',
  },
  {
    name: 'Apache: Header set without always, and the app behind it adds one too',
    programs: ['apache2'],
    start: async (t) => {
      const target = await serve(
        t,
        app((asked) => good(asked)),
      )
      return startApache(t, `Header always add ${ORIGIN} "*"\nProxyPass / http://127.0.0.1:${target}/`)
    },
    ask: GET,
    first: 'allow-origin-doubled',
    place: 'apache',
  },
  {
    name: 'Caddy: a header directive with a list',
    programs: ['caddy'],
    start: (t) => startCaddy(t, `header ${ORIGIN} "${APP}, https://b.example.com"\nrespond "ok" 200`),
    ask: GET,
    first: 'allow-origin-list',
    place: 'caddy',
  },
  {
    name: 'IIS: web.config lists another origin',
    start: apps(() => [200, { Server: 'Microsoft-IIS/10.0', [ORIGIN]: 'https://www.example.com' }]),
    ask: GET,
    first: 'allow-origin-other',
    place: 'iis',
  },
  {
    name: 'Kong without its cors plugin',
    start: apps(() => [200, { Via: 'kong/3.4.0', 'X-Kong-Upstream-Latency': '1', 'X-Kong-Proxy-Latency': '1' }]),
    ask: GET,
    first: 'allow-origin-missing',
    place: 'api-gateway',
  },
  {
    name: 'Google storage: the bucket has no CORS',
    start: apps(() => [
      200,
      { 'x-goog-storage-class': 'STANDARD', 'x-guploader-uploadid': '1', Server: 'UploadServer' },
    ]),
    ask: GET,
    first: 'allow-origin-missing',
    place: 'bucket',
  },
  {
    name: 'a page from a file: its origin is null',
    start: apps(good),
    ask: { ...GET, origin: 'null' },
    first: 'allow-origin-missing',
  },
  {
    name: 'CORS is on the 200 and not on the 500',
    start: apps((asked) => (asked.kind === 'preflight' ? good(asked) : [500, { Vary: 'Origin' }])),
    ask: PUT_JSON,
    first: ['server-failing', 'error-without-cors'],
    not: ['allow-origin-missing'],
  },
  {
    name: 'redirected to another origin',
    start: apps((asked) =>
      asked.headers.host?.startsWith('localhost')
        ? [200, fields(asked)]
        : [
            302,
            fields(asked, [APP], { Location: `http://${asked.headers.host?.replace('127.0.0.1', 'localhost')}/x` }),
          ],
    ),
    ask: GET,
    first: 'redirect-cross-origin',
    not: ['allow-origin-missing'],
  },
  {
    name: 'a fixed origin, and a 404 without it',
    start: apps((asked) => (asked.path.includes('404') ? [404] : [200, { [ORIGIN]: APP }])),
    ask: GET,
    first: 'error-without-cors',
    not: ['vary-missing', 'vary-missing-without-origin', 'vary-missing-error'],
  },
]
