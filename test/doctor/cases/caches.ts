import { createGzip } from 'node:zlib'
import type { Test } from 'tap'
import { exchange } from '../../support/exchange.js'
import { serve } from '../../support/serve.js'
import { startNginx } from '../proxies.js'
import {
  APP,
  type Asked,
  app,
  apps,
  type Case,
  type Fields,
  fields,
  GET,
  good,
  ORIGIN,
  PUT_JSON,
  type Reply,
} from './case.js'
import { startVarnish } from './programs.js'

const STORED = { 'Cache-Control': 'max-age=600', 'Content-Type': 'image/png' }
/** As S3 does: nothing without Origin, and Vary only with one. */
const bucket = ({ origin }: Asked): Reply => [
  200,
  {
    ...STORED,
    ETag: '"1"',
    'Last-Modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
    Server: 'AmazonS3',
    ...(origin && { [ORIGIN]: '*', Vary: 'Origin' }),
  },
]
/** Reflects an origin that it knows, and does not say so. */
const careless = ({ origin }: Asked): Reply => [200, { ...STORED, ...(origin === APP && { [ORIGIN]: APP }) }]

const zone = 'proxy_cache_path {folder}/cache keys_zone=cdn:1m;'
const site = (target: number, more = '') =>
  `location / { proxy_pass http://127.0.0.1:${target}; proxy_cache cdn; proxy_cache_valid 200 404 10m; add_header X-Cache $upstream_cache_status always; ${more} }`

/** nginx that caches, in front of a server. */
async function cdn(t: Test, answer: (asked: Asked) => Reply, more = '', isWarm = true): Promise<number> {
  const target = await serve(t, app(answer))
  const port = await startNginx(t, zone, site(target, more))
  if (isWarm) await exchange(`http://127.0.0.1:${port}/things`)
  return port
}
const ignoresVary = 'proxy_ignore_headers Vary;'
/** Takes turns, as a load balancer does. */
const turns = (one: (asked: Asked) => Reply, other: (asked: Asked) => Reply) =>
  apps((asked) => (asked.count % 2 === 0 ? one : other)(asked))
const bare = (): Reply => [200]

export const CACHES: readonly Case[] = [
  {
    name: 'S3, which says Vary only where there is an Origin',
    start: apps(bucket),
    ask: GET,
    first: 'cacheable-without-cors',
  },
  {
    name: '* for those who send an Origin, nothing for others',
    start: apps(({ origin }) => [200, { ...STORED, ...(origin && { [ORIGIN]: '*' }) }]),
    ask: GET,
    first: 'cacheable-without-cors',
  },
  {
    name: 'S3 and a CDN: an <img> has come first',
    programs: ['nginx'],
    start: (t) => cdn(t, careless),
    ask: GET,
    first: 'cached-without-cors',
    not: ['allow-origin-missing', 'vary-missing'],
    place: 'cdn',
  },
  {
    name: 'S3 and a cold CDN that ignores Vary',
    programs: ['nginx'],
    start: (t) => cdn(t, bucket, ignoresVary, false),
    ask: GET,
    first: ['cacheable-without-cors', 'cached-without-cors'],
  },
  {
    name: 'a cold CDN that ignores Vary, and a server that says it',
    programs: ['nginx'],
    start: (t) => cdn(t, (asked) => good(asked, STORED), ignoresVary, false),
    ask: GET,
    first: ['cached-without-cors', 'cached-for-another-origin', 'cacheable-without-cors'],
  },
  {
    name: 'Varnish in front of a server that forgets Vary',
    programs: ['varnishd'],
    start: async (t) => {
      const port = await startVarnish(t, await serve(t, app(careless)))
      await exchange(`http://127.0.0.1:${port}/things`)
      return port
    },
    ask: GET,
    first: 'cached-without-cors',
    place: 'cdn',
  },
  {
    name: 'Varnish in front of a server that is right',
    programs: ['varnishd'],
    start: async (t) => {
      const port = await startVarnish(
        t,
        await serve(
          t,
          app((asked) => good(asked, STORED)),
        ),
      )
      await exchange(`http://127.0.0.1:${port}/things`)
      return port
    },
    ask: GET,
    first: 'healthy',
  },
  {
    name: 'nginx that caches, in front of a server that is right',
    programs: ['nginx'],
    start: (t) => cdn(t, (asked) => good(asked, STORED)),
    ask: GET,
    first: 'healthy',
  },
  {
    name: 'a copy for another origin',
    programs: ['nginx'],
    start: async (t) => {
      const reflecting = ({ origin }: Asked): Reply => [200, { ...STORED, ...(origin && { [ORIGIN]: origin }) }]
      const port = await startNginx(t, zone, site(await serve(t, app(reflecting))))
      const { request } = await import('node:http')
      await new Promise((resolve) =>
        request(`http://127.0.0.1:${port}/things`, { headers: { origin: 'https://b.example.com' } }, (response) =>
          response.resume().on('end', resolve),
        ).end(),
      )
      return port
    },
    ask: GET,
    first: 'cached-for-another-origin',
    not: ['allow-origin-other'],
  },
  {
    name: 'a poisoned gzip copy, and a good one that is not compressed',
    start: async (t) => {
      const { createServer } = await import('node:http')
      return serve(
        t,
        createServer((request, response) => {
          const isFresh = request.url !== '/things'
          const zipped = /gzip/.test(request.headers['accept-encoding'] ?? '')
          const cors: Fields = isFresh || !zipped ? { [ORIGIN]: APP } : { 'X-Cache': 'HIT', Age: '60' }
          response.writeHead(200, {
            Vary: 'Accept-Encoding',
            ...cors,
            ...(zipped && { 'Content-Encoding': 'gzip' }),
          } as never)
          if (zipped) createGzip().end('{}').pipe(response)
          else response.end('{}')
        }),
      )
    },
    ask: GET,
    first: 'cached-without-cors',
  },
  {
    name: 'two instances, one of them without CORS',
    start: turns(good, bare),
    ask: GET,
    first: 'instances-differ',
    not: ['cached-without-cors', 'allow-origin-missing', 'vary-missing-without-origin'],
  },
  {
    name: 'two instances, the other way round',
    start: turns(bare, good),
    ask: GET,
    first: 'instances-differ',
    not: ['cached-without-cors', 'allow-origin-missing'],
  },
  {
    name: 'two instances, one of them without CORS, and a preflight',
    start: turns(good, bare),
    ask: PUT_JSON,
    first: 'instances-differ',
    not: ['cached-without-cors', 'allow-origin-missing'],
  },
  {
    name: 'Vary is missing',
    start: apps(({ kind, origin }) => [kind === 'preflight' ? 204 : 200, origin === APP ? { [ORIGIN]: APP } : {}]),
    ask: GET,
    first: ['vary-missing', 'vary-missing-without-origin'],
  },
  {
    name: 'a reflected origin without Vary, in a cache',
    start: apps(({ origin }) => [200, { [ORIGIN]: origin ?? APP, Age: '1' }]),
    ask: GET,
    first: ['origin-reflected', 'cached-for-another-origin', 'vary-missing'],
  },
  {
    name: 'Vary is missing, and caches ask again',
    start: apps((asked) => [200, { 'Cache-Control': 'no-cache', ...(asked.origin === APP && { [ORIGIN]: APP }) }]),
    ask: GET,
    first: ['vary-missing', 'vary-missing-without-origin'],
    not: ['cacheable-without-cors'],
  },
  {
    name: 'nothing is stored',
    start: apps((asked) => [200, { ...fields(asked, [APP], { 'Cache-Control': 'no-store' }), Vary: 'Accept' }]),
    ask: GET,
    first: 'healthy',
  },
]
