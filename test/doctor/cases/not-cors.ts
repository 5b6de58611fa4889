import { createServer } from 'node:http'
import type { Test } from 'tap'
import { serve } from '../../support/serve.js'
import { startHaproxy, startNginx } from '../proxies.js'
import {
  API,
  APP,
  type Asked,
  apps,
  type Case,
  fields,
  GET,
  good,
  ORIGIN,
  POST_JSON,
  PUT_JSON,
  type Reply,
} from './case.js'

const everything = (status: number, headers = {}, body = 'x') => apps(() => [status, headers, body])
const closed = async (t: Test) => {
  const server = createServer()
  const port = await serve(t, server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
const html = { 'Content-Type': 'text/html' }
/** CORS is right, the answer is not. */
const readable =
  (status: number) =>
  (asked: Asked): Reply =>
    asked.kind === 'preflight' ? good(asked) : [status, fields(asked)]
const NOT_CORS = [
  'allow-origin-missing',
  'preflight-server-error',
  'preflight-not-found',
  'error-without-cors',
] as const

export const SERVER_OWN: readonly Case[] = [
  ...([GET, PUT_JSON] as const).flatMap((ask): Case[] => [
    ...[500, 502, 503, 504, 404, 429].map(
      (status): Case => ({
        name: `${status} to everything, asked for ${ask.method}`,
        start: everything(status),
        ask,
        first: 'server-failing',
        not: NOT_CORS,
      }),
    ),
    {
      name: `Cloudflare does not reach the server (522), asked for ${ask.method}`,
      start: everything(522, { Server: 'cloudflare', 'CF-Ray': '1', ...html }, 'error code: 522'),
      ask,
      first: 'server-failing',
      not: NOT_CORS,
      place: 'cdn',
    },
  ]),
  {
    name: 'HAProxy, and no server behind it',
    programs: ['haproxy'],
    start: async (t) => startHaproxy(t, await closed(t)),
    ask: PUT_JSON,
    first: 'server-failing',
    not: NOT_CORS,
    place: 'load-balancer',
  },
  {
    name: 'nginx, and no server behind it',
    programs: ['nginx'],
    start: async (t) => startNginx(t, '', `location / { proxy_pass http://127.0.0.1:${await closed(t)}; }`),
    ask: PUT_JSON,
    first: 'server-failing',
    not: NOT_CORS,
    place: 'nginx',
  },
  {
    name: 'ALB: the target group speaks HTTPS to a plain target',
    start: everything(502, { Server: 'awselb/2.0', ...html }, '<title>502 Bad Gateway</title>'),
    ask: PUT_JSON,
    first: 'server-failing',
    place: 'load-balancer',
  },
  {
    name: 'ALB: no target is healthy',
    start: everything(503, { Server: 'awselb/2.0', ...html }, '<title>503 Service Temporarily Unavailable</title>'),
    ask: GET,
    first: 'server-failing',
    place: 'load-balancer',
  },
  { name: 'a readable 502', start: apps(readable(502)), ask: PUT_JSON, first: 'server-failing' },
  { name: 'a readable 500', start: apps(readable(500)), ask: GET, first: 'server-failing' },
  { name: 'a readable 404', start: apps(readable(404)), ask: GET, first: ['status-not-ok', 'server-failing'] },
  {
    name: 'a token is wanted, and CORS is not set',
    start: everything(401, { 'WWW-Authenticate': 'Bearer' }),
    ask: GET,
    first: 'server-failing',
  },
  {
    name: 'only the POST route exists, and it has no CORS',
    start: apps(({ kind, method }) =>
      method === 'POST' ? [200] : kind === 'preflight' ? [204, { Allow: 'POST' }] : [405, { Allow: 'POST' }],
    ),
    ask: { method: 'POST' },
    first: 'method-not-sent',
  },
  {
    name: 'only the POST route exists, and CORS is on the rest',
    start: apps((asked) => (asked.method === 'GET' ? [405, fields(asked, [APP], { Allow: 'POST' })] : good(asked))),
    ask: POST_JSON,
    first: 'method-not-sent',
  },
  {
    name: 'Cloudflare challenges what is not a browser',
    start: everything(
      403,
      { Server: 'cloudflare', 'cf-mitigated': 'challenge', ...html },
      '<title>Just a moment...</title>',
    ),
    ask: PUT_JSON,
    first: 'challenge-page',
    place: 'cdn',
  },
  {
    name: 'Cloudflare challenges, without saying so in a header',
    start: everything(503, { Server: 'cloudflare', ...html }, '<title>Just a moment...</title>'),
    ask: GET,
    first: 'challenge-page',
  },
  {
    name: 'some other page with a captcha',
    start: everything(403, html, 'Please solve the CAPTCHA'),
    ask: GET,
    first: 'challenge-page',
  },
  {
    name: 'Vercel challenges',
    start: everything(429, { 'x-vercel-mitigated': 'challenge', ...html }, 'Checkpoint'),
    ask: GET,
    first: 'challenge-page',
  },
  {
    name: 'a token that has expired, and a 401 without CORS',
    start: apps((asked) => (asked.kind === 'preflight' ? good(asked) : [401, { Vary: 'Origin' }])),
    ask: { ...GET, headers: { authorization: 'Bearer abcdefgh' } },
    first: 'server-failing',
    not: ['allow-origin-missing'],
  },
  {
    name: 'a firewall with a captcha',
    start: everything(405, { 'x-amzn-waf-action': 'captcha', ...html }, '<title>Human Verification</title>'),
    ask: GET,
    first: 'challenge-page',
  },
  {
    name: "ngrok's page in front of the app",
    start: everything(200, { 'ngrok-error-code': 'ERR_NGROK_6024', ...html }, 'You are about to visit'),
    ask: GET,
    first: 'challenge-page',
  },
  {
    name: 'ngrok, and the tunnel is gone',
    start: everything(404, { 'ngrok-error-code': 'ERR_NGROK_3200', ...html }, 'Tunnel not found'),
    ask: GET,
    first: 'server-failing',
  },
  {
    name: 'a session has ended: 302 to the login',
    start: apps(() => [302, { Location: '/login?next=%2Fthings' }]),
    ask: GET,
    first: 'login-redirect',
    not: ['allow-origin-missing', 'redirect-refused'],
  },
  {
    name: 'Cloudflare Access: 302 to the login of another host',
    start: apps(() => [
      302,
      { Location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/api.example.com?kid=1' },
    ]),
    ask: PUT_JSON,
    first: 'login-redirect',
    not: ['allow-origin-missing', 'preflight-redirect'],
  },
  {
    name: 'OAuth: 302 to the identity provider, with CORS',
    start: apps((asked) => [
      302,
      fields(asked, [APP], { Location: 'http://login.localhost:9/oauth2/authorize?client_id=1' }),
    ]),
    ask: GET,
    first: 'login-redirect',
  },
  {
    name: 'a slash at the end: 301 by the router, before CORS',
    start: apps((asked) => (asked.path.endsWith('/') ? good(asked) : [301, { Location: `${asked.path}/` }])),
    ask: GET,
    first: 'redirect-without-cors',
    not: ['allow-origin-missing'],
  },
  {
    name: 'flexible TLS: a redirect to the same URL',
    at: API,
    start: apps(() => [301, { Location: API, Server: 'cloudflare' }]),
    ask: GET,
    first: 'redirect-loop',
  },
  {
    name: 'a loop that CORS lets through',
    start: apps((asked) => [302, fields(asked, [APP], { Location: asked.path === '/a' ? '/b' : '/a' })]),
    ask: GET,
    first: 'redirect-loop',
  },
  {
    name: 'an HTTP API for an https page',
    at: 'http://api.example.com/things',
    start: apps(good),
    ask: GET,
    first: 'mixed-content',
  },
  {
    name: 'a public page over http, and a server on the own machine',
    start: apps(() => [200, { [ORIGIN]: '*' }]),
    ask: { ...GET, origin: 'http://app.example.com' },
    first: 'local-network-access',
  },
  {
    name: 'an HTTP API for an https page, without CORS',
    at: 'http://api.example.com/things',
    start: apps(() => [200]),
    ask: PUT_JSON,
    first: 'mixed-content',
    not: ['allow-origin-missing'],
  },
  {
    name: 'an image that its server keeps for itself',
    at: 'https://images.example.org/logo.png',
    start: apps(() => [200, { 'Content-Type': 'image/png', 'Cross-Origin-Resource-Policy': 'same-origin' }]),
    ask: GET,
    first: ['resource-policy', 'allow-origin-missing'],
  },
  {
    name: 'an image for everybody that <img> cannot show',
    at: 'https://images.example.org/logo.png',
    start: apps(() => [
      200,
      { 'Content-Type': 'image/png', 'Cross-Origin-Resource-Policy': 'same-site', [ORIGIN]: '*' },
    ]),
    ask: GET,
    first: 'resource-policy',
  },
]
