import {
  APP,
  type Asked,
  apps,
  type Case,
  CREDENTIALS,
  fields,
  GET,
  GET_COOKIES,
  good,
  ORIGIN,
  PUT_COOKIES,
  type Reply,
} from './case.js'

const sets = (cookie: string) => apps((asked) => good(asked, asked.kind === 'actual' ? { 'Set-Cookie': cookie } : {}))
const render = (cookie: string) =>
  apps((asked) => [
    200,
    { ...fields(asked, ['https://shop.onrender.com']), ...(asked.kind === 'actual' && { 'Set-Cookie': cookie }) },
  ])
/** Lets in whoever the function says. */
const lets = (isAllowed: (origin: string) => boolean, credentials = true) =>
  apps((asked): Reply => {
    const { origin = '', kind } = asked
    if (!isAllowed(origin)) return good(asked)
    const cors = { Vary: 'Origin', [ORIGIN]: origin, ...(credentials && { [CREDENTIALS]: 'true' }) }
    return kind === 'preflight' ? [204, { ...fields({ ...asked, origin: APP }), ...cors }] : [200, cors]
  })
const slow = (ms: number) => async (t: import('tap').Test) => {
  const { createServer } = await import('node:http')
  const { serve } = await import('../../support/serve.js')
  return serve(
    t,
    createServer((request, response) => {
      const [status, headers] = good({
        kind: 'actual',
        method: 'GET',
        origin: request.headers.origin,
        path: '/',
        headers: {},
        count: 0,
      } as Asked)
      setTimeout(() => response.writeHead(status, headers as never).end(), ms)
    }),
  )
}
const VERCEL = 'https://shop.vercel.app'

export const PEOPLE: readonly Case[] = [
  // Cookies
  {
    name: 'SameSite=Lax between two names of onrender.com',
    at: 'https://shop-api.onrender.com/login',
    start: render('sid=1; SameSite=Lax; Secure; HttpOnly'),
    ask: { ...GET_COOKIES, origin: 'https://shop.onrender.com' },
    first: 'cookie-not-cross-site',
  },
  {
    name: 'no SameSite, between two sites',
    at: 'https://api.example.org/login',
    start: sets('sid=1; Secure'),
    ask: GET_COOKIES,
    first: 'cookie-not-cross-site',
  },
  {
    name: 'SameSite=None without Secure',
    at: 'https://api.example.org/login',
    start: sets('sid=1; SameSite=None'),
    ask: GET_COOKIES,
    first: 'cookie-not-cross-site',
  },
  {
    name: 'SameSite=Lax within a site',
    at: 'https://api.example.com/login',
    start: sets('sid=1; SameSite=Lax; Secure'),
    ask: GET_COOKIES,
    first: 'healthy',
  },
  {
    name: 'SameSite=None; Secure',
    at: 'https://api.example.org/login',
    start: sets('sid=1; SameSite=None; Secure'),
    ask: GET_COOKIES,
    first: 'healthy',
  },
  {
    name: 'a cookie, and a page that sends no credentials',
    at: 'https://api.example.com/login',
    start: sets('sid=1; SameSite=Lax; Secure'),
    ask: GET,
    first: 'healthy',
  },
  {
    name: 'cookies over plain http',
    at: 'http://api.example.com/login',
    start: apps((asked) => [200, fields(asked, ['http://app.example.com'], { 'Set-Cookie': 'sid=1' })]),
    ask: { ...GET_COOKIES, origin: 'http://app.example.com' },
    first: 'cookie-over-http',
  },
  // Who else gets in
  { name: 'everybody, with cookies', start: lets(() => true), ask: PUT_COOKIES, first: 'origin-reflected' },
  { name: 'everybody, without cookies', start: lets(() => true, false), ask: GET, first: 'origin-reflected' },
  { name: 'null', start: lets((origin) => origin === 'null'), ask: PUT_COOKIES, first: 'null-accepted' },
  {
    name: 'startsWith',
    start: lets((origin) => origin.startsWith(`${APP}.`)),
    ask: PUT_COOKIES,
    first: 'near-miss-accepted',
  },
  {
    name: 'endsWith',
    start: lets((origin) => /^https:.*example\.com$/.test(origin)),
    ask: PUT_COOKIES,
    first: 'near-miss-accepted',
  },
  {
    name: 'a dot that is not escaped',
    start: lets((origin) => /^https:\/\/app.example\.com$/.test(origin)),
    ask: GET_COOKIES,
    first: 'near-miss-accepted',
  },
  {
    name: 'every app of vercel.app',
    at: 'https://api.example.com/things',
    start: apps(({ origin = '', kind }) => {
      const cors = /^https:\/\/[a-z0-9-]+\.vercel\.app$/.test(origin) ? { [ORIGIN]: origin, [CREDENTIALS]: 'true' } : {}
      return [kind === 'preflight' ? 204 : 200, { Vary: 'Origin', ...cors }]
    }),
    ask: { ...GET_COOKIES, origin: VERCEL },
    first: 'near-miss-accepted',
  },
  {
    name: 'plain http of the same host',
    start: lets((origin) => origin === 'http://app.example.com'),
    ask: GET_COOKIES,
    first: 'scheme-not-checked',
  },
  {
    name: 'every port of the host',
    start: lets((origin) => /^https:\/\/app\.example\.com:\d+$/.test(origin)),
    ask: GET_COOKIES,
    first: 'port-not-checked',
  },
  // How far it got
  {
    name: 'a server that is too slow to be asked everything',
    start: slow(700),
    ask: { ...GET, timeout: 4000 },
    first: 'incomplete',
  },
]
