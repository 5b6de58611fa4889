import { createServer } from 'node:http'
import expressCors from 'cors'
import express from 'express'
import { serve } from '../../support/serve.js'
import { startHaproxy, startNginx } from '../proxies.js'
import {
  API,
  APP,
  type Asked,
  app,
  apps,
  type Case,
  CREDENTIALS,
  type Fields,
  fields,
  GET,
  good,
  HEADERS,
  METHODS,
  ORIGIN,
  POST_JSON,
  PUT_COOKIES,
  PUT_JSON,
  type Reply,
} from './case.js'
import { startApache, startCaddy } from './programs.js'

/** Right in all but the preflight. */
const preflight = (reply: (asked: Asked) => Reply | undefined) =>
  apps((asked) => (asked.kind === 'preflight' ? reply(asked) : good(asked)))
const lists = (more: Fields) => preflight((asked) => [204, { ...fields(asked), ...more }])
const TOKEN = { method: 'GET', headers: { authorization: 'Bearer abcdefgh' } }

export const PREFLIGHTS: readonly Case[] = [
  {
    name: 'authentication before CORS: 401 to everything without a token',
    start: apps((asked) =>
      asked.headers.authorization === undefined ? [401, { 'WWW-Authenticate': 'Bearer' }] : [200, fields(asked)],
    ),
    ask: TOKEN,
    first: 'preflight-unauthorized',
    not: ['server-failing'],
  },
  {
    name: 'authentication before CORS, and a token that is not valid',
    start: apps(() => [401, { 'WWW-Authenticate': 'Bearer' }]),
    ask: TOKEN,
    first: 'preflight-unauthorized',
  },
  {
    name: 'basic authentication in nginx',
    programs: ['nginx'],
    start: (t) =>
      startNginx(
        t,
        '',
        `location / { auth_basic x; auth_basic_user_file /dev/null; add_header ${ORIGIN} ${APP} always; }`,
      ),
    ask: TOKEN,
    first: 'preflight-unauthorized',
    place: 'nginx',
  },
  {
    name: 'nginx serves files, and takes no OPTIONS',
    programs: ['nginx'],
    start: (t) => startNginx(t, '', `location / { add_header ${ORIGIN} ${APP} always; empty_gif; }`),
    ask: PUT_JSON,
    first: 'preflight-method-not-allowed',
    place: 'nginx',
  },
  {
    name: 'HAProxy, and an app that hangs up on OPTIONS',
    programs: ['haproxy'],
    start: async (t) => {
      const target = await serve(
        t,
        app((asked) => (asked.method === 'OPTIONS' ? undefined : good(asked))),
      )
      return startHaproxy(t, target)
    },
    ask: PUT_JSON,
    first: 'preflight-server-error',
  },
  {
    name: 'a router without a route for OPTIONS',
    start: preflight(() => [404, { 'Content-Type': 'application/json' }]),
    ask: PUT_JSON,
    first: 'preflight-not-found',
  },
  {
    name: 'API Gateway: no OPTIONS method',
    start: apps((asked) =>
      asked.kind === 'preflight'
        ? [
            403,
            { 'x-amzn-errortype': 'MissingAuthenticationTokenException', 'x-amz-apigw-id': 'a=' },
            '{"message":"Missing Authentication Token"}',
          ]
        : [200, { ...fields(asked), 'x-amz-apigw-id': 'a=' }],
    ),
    ask: PUT_JSON,
    first: 'preflight-forbidden',
    place: 'api-gateway',
  },
  {
    name: 'FastAPI without CORSMiddleware: 405',
    start: preflight(() => [405, { Allow: 'GET, PUT', Server: 'uvicorn' }, '{"detail":"Method Not Allowed"}']),
    ask: PUT_JSON,
    first: 'preflight-method-not-allowed',
    place: 'app',
  },
  {
    name: 'http to https, at the preflight',
    at: 'http://localhost/things',
    start: preflight(() => [301, { Location: 'https://localhost/things' }]),
    ask: { ...PUT_JSON, origin: 'http://localhost:3000' },
    first: 'preflight-redirect-https',
  },
  {
    name: 'a slash at the end, at the preflight too',
    start: apps((asked) => (asked.path.endsWith('/') ? good(asked) : [307, { Location: `${asked.path}/` }])),
    ask: PUT_JSON,
    first: 'preflight-redirect',
    not: ['redirect-without-cors', 'allow-origin-missing'],
  },
  {
    name: 'rate limit before CORS',
    start: preflight(() => [429, { 'Retry-After': '60' }]),
    ask: PUT_JSON,
    first: 'preflight-client-error',
  },
  {
    name: 'validation before CORS: 422',
    start: preflight(() => [422]),
    ask: POST_JSON,
    first: 'preflight-client-error',
  },
  {
    name: 'an app that crashes on OPTIONS',
    start: preflight(() => [500]),
    ask: PUT_JSON,
    first: 'preflight-server-error',
  },
  {
    name: 'OPTIONS gets the page itself, without CORS',
    start: preflight(() => [200, { 'Content-Type': 'text/html' }]),
    ask: PUT_JSON,
    first: 'allow-origin-missing',
  },
  {
    name: 'Express: cors() on the route alone',
    start: (t) => {
      const server = express()
      server.all('/things', (request, response, next) =>
        request.method === 'OPTIONS' ? next() : expressCors({ origin: APP })(request, response, next),
      )
      server.put('/things', (_, response) => void response.json({}))
      server.get('/things', (_, response) => void response.json({}))
      return serve(t, createServer(server))
    },
    ask: PUT_JSON,
    first: 'allow-origin-missing',
  },
  { name: 'PUT is not listed', start: lists({ [METHODS]: 'GET, POST' }), ask: PUT_JSON, first: 'method-not-covered' },
  {
    name: 'the method in lower case',
    start: lists({ [METHODS]: 'GET, PATCH' }),
    ask: { method: 'patch' },
    first: 'method-not-covered',
  },
  {
    name: 'methods as *, with cookies',
    start: lists({ [METHODS]: '*' }),
    ask: PUT_COOKIES,
    first: 'method-not-covered',
  },
  {
    name: 'tracing adds two headers',
    start: lists({}),
    ask: { ...PUT_JSON, headers: { 'content-type': 'application/json', 'sentry-trace': '1', baggage: '2' } },
    first: 'header-not-covered',
  },
  {
    name: 'headers as *, and a token',
    start: lists({ [HEADERS]: '*', [CREDENTIALS]: [] }),
    ask: TOKEN,
    first: 'authorization-not-covered',
  },
  {
    name: 'a response header that the page sends as a request header',
    start: lists({}),
    ask: { method: 'GET', headers: { 'Access-Control-Allow-Origin': '*' } },
    first: 'header-not-covered',
  },
  {
    name: 'a list with a semicolon',
    start: lists({ [METHODS]: 'GET; PUT' }),
    ask: PUT_JSON,
    first: 'allow-methods-invalid',
  },
  {
    name: 'a third party that takes no JSON header',
    at: API,
    start: apps(({ kind }) => (kind === 'preflight' ? [405] : [200, { [ORIGIN]: '*' }])),
    ask: { method: 'GET', headers: { 'content-type': 'application/json' } },
    first: 'preflight-method-not-allowed',
    also: ['preflight-avoidable'],
  },
  {
    name: 'Caddy answers OPTIONS with 200 and nothing, the app behind it is right',
    programs: ['caddy'],
    start: async (t) => {
      const target = await serve(
        t,
        app((asked) => good(asked)),
      )
      return startCaddy(t, `@options method OPTIONS\nrespond @options 200\nreverse_proxy 127.0.0.1:${target}`)
    },
    ask: PUT_JSON,
    first: 'allow-origin-missing',
    place: 'caddy',
  },
  {
    name: 'Apache refuses OPTIONS',
    programs: ['apache2'],
    start: (t) =>
      startApache(
        t,
        `Header always set ${ORIGIN} ${APP}\nRewriteEngine On\nRewriteCond %{REQUEST_METHOD} ^OPTIONS$\nRewriteRule .* - [R=405,L]`,
      ),
    ask: PUT_JSON,
    first: 'preflight-method-not-allowed',
    place: 'apache',
  },
  {
    name: 'the preflight hangs',
    start: (t) =>
      serve(
        t,
        createServer((request, response) => {
          if (request.method !== 'OPTIONS') response.writeHead(200, { [ORIGIN]: APP, Vary: 'Origin' }).end()
        }),
      ),
    ask: { ...PUT_JSON, timeout: 3000 },
    first: 'preflight-timeout',
  },
  {
    name: 'a body on 204',
    start: preflight((asked) => [204, fields(asked, [APP], { 'Content-Length': '0' })]),
    ask: PUT_JSON,
    first: 'healthy',
  },
  { name: 'a preflight that nobody needs fails', start: preflight(() => [405]), ask: GET, first: 'healthy' },
]
