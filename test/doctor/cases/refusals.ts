import { createServer } from 'node:http'
import expressCors from 'cors'
import express from 'express'
import type { Test } from 'tap'
import { cors } from '../../../src/adapters/express.js'
import { serve } from '../../support/serve.js'
import { APP, apps, type Case, fields, GET, good, ORIGIN, PUT_COOKIES, PUT_JSON } from './case.js'
import { startStarlette } from './programs.js'

const OTHER = 'https://admin.example.com'
const strict = expressCors({
  origin: (origin, done) =>
    done(origin === undefined || origin === OTHER ? null : new Error('Not allowed by CORS'), true),
})
const startExpress = (prepare: (app: express.Express) => void) => (t: Test) => {
  const app = express()
  prepare(app)
  return serve(t, createServer(app))
}
const json: express.RequestHandler = (_, response) => void response.json({})
const S3_REFUSES =
  "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec."
const S3 = { Server: 'AmazonS3', 'x-amz-request-id': '1', 'Content-Type': 'application/xml' }
const NOT = [
  'preflight-server-error',
  'preflight-client-error',
  'preflight-forbidden',
  'allow-origin-missing',
  'error-without-cors',
] as const

export const REFUSALS: readonly Case[] = [
  {
    name: 'Express: the origin function passes an error, so 500',
    start: startExpress((app) => app.use(strict, json)),
    ask: GET,
    first: 'origin-rejected',
    not: NOT,
  },
  {
    name: 'Express: the origin function passes an error, so 500, to the preflight too',
    start: startExpress((app) => app.use(strict, json)),
    ask: PUT_JSON,
    first: 'origin-rejected',
    not: NOT,
  },
  {
    name: 'a firewall that refuses foreign origins (403), and answers without one',
    start: apps(({ origin }) => (origin === undefined ? [200] : [403, {}, 'Invalid CORS request'])),
    ask: GET,
    first: 'origin-rejected',
    not: NOT,
  },
  {
    name: 'Spring: Invalid CORS request',
    start: apps(({ origin }) =>
      origin === undefined
        ? [200, { Vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'] }]
        : [
            403,
            { Vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'] },
            'Invalid CORS request',
          ],
    ),
    ask: PUT_COOKIES,
    first: 'origin-rejected',
    not: NOT,
  },
  {
    name: 'ours: a policy of another origin',
    start: startExpress((app) =>
      app.use(cors({ origins: [OTHER], methods: ['PUT'], headers: ['content-type'] }), json),
    ),
    ask: PUT_JSON,
    first: 'origin-rejected',
    not: NOT,
  },
  {
    name: 'Starlette: an origin that is not listed',
    programs: ['uvicorn'],
    start: (t) => startStarlette(t, { allow_origins: [OTHER], allow_methods: ['*'], allow_headers: ['*'] }),
    ask: PUT_JSON,
    first: 'origin-rejected',
    not: NOT,
  },
  {
    name: 'Starlette: a method that is not listed',
    programs: ['uvicorn'],
    start: (t) => startStarlette(t, { allow_origins: [APP], allow_methods: ['GET'], allow_headers: ['*'] }),
    ask: PUT_JSON,
    first: 'method-not-covered',
    not: NOT,
  },
  {
    name: 'Starlette: a header that is not listed',
    programs: ['uvicorn'],
    start: (t) => startStarlette(t, { allow_origins: [APP], allow_methods: ['*'], allow_headers: [] }),
    ask: { ...PUT_JSON, headers: { 'content-type': 'application/json', 'x-request-id': '1' } },
    first: 'header-not-covered',
    not: NOT,
  },
  {
    name: 'Starlette: right',
    programs: ['uvicorn'],
    start: (t) =>
      startStarlette(t, { allow_origins: [APP], allow_methods: ['*'], allow_headers: ['*'], allow_credentials: true }),
    ask: { ...PUT_COOKIES, headers: { 'content-type': 'application/json', 'x-request-id': '1' } },
    // It says Vary where it reflects an origin, and nowhere else.
    first: ['vary-missing', 'vary-missing-without-origin'],
  },
  {
    name: 'S3: the bucket has no CORS rule',
    start: apps(({ kind }) =>
      kind === 'preflight'
        ? [
            403,
            S3,
            '<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket.</Message></Error>',
          ]
        : [200, S3],
    ),
    ask: PUT_JSON,
    first: ['origin-rejected', 'preflight-forbidden'],
    not: ['allow-origin-missing'],
    place: 'bucket',
  },
  {
    name: 'S3: the rule lists another origin',
    start: apps(({ kind }) =>
      kind === 'preflight' ? [403, S3, `<Error><Message>${S3_REFUSES}</Message></Error>`] : [200, S3],
    ),
    ask: PUT_JSON,
    first: ['origin-rejected', 'preflight-forbidden'],
    place: 'bucket',
  },
  {
    name: 'a firewall that takes no OPTIONS, and an app without CORS',
    start: apps(({ kind }) => (kind === 'preflight' ? [403, {}, 'Forbidden'] : [200])),
    ask: PUT_JSON,
    first: 'preflight-forbidden',
  },
  {
    name: 'Rails: CSRF protection refuses other origins, GET is open',
    start: apps((asked) =>
      asked.kind === 'preflight'
        ? [403, { 'Content-Type': 'text/plain' }, 'Forbidden']
        : [200, { [ORIGIN]: APP, Vary: 'Origin' }],
    ),
    ask: PUT_JSON,
    first: 'preflight-forbidden',
  },
  {
    name: 'a policy that refuses, with 200 and no header',
    start: apps((asked) =>
      asked.kind === 'preflight' ? [204, fields(asked, [OTHER])] : [200, fields(asked, [OTHER])],
    ),
    ask: GET,
    first: 'allow-origin-missing',
  },
  {
    name: 'a policy that refuses by naming itself',
    start: apps((asked) => [asked.kind === 'preflight' ? 204 : 200, { [ORIGIN]: OTHER, Vary: 'Origin' }]),
    ask: GET,
    first: 'allow-origin-other',
  },
  { name: 'the same policy, and the right origin', start: apps(good), ask: PUT_COOKIES, first: 'healthy' },
]
