// @ts-check

/** What all contestants are told, each in its own words, and what the floor has written down. */
export const APP = 'https://app.example.com'

/** @type {import('cors-policy').CorsConfig} */
export const config = {
  origins: [APP, 'https://admin.example.com', 'https://www.example.com'],
  methods: ['PUT', 'PATCH', 'DELETE'],
  headers: ['content-type', 'authorization'],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
}

/** @type {import('cors-policy').CorsConfig} */
export const manyOrigins = {
  ...config,
  origins: [APP, ...Array.from({ length: 10_000 }, (_, i) => /** @type {const} */ (`https://site-${i}.example.com`))],
}

const ORIGINS = [APP, 'https://admin.example.com', 'https://www.example.com']

/** For `cors`, `@fastify/cors` and `hono/cors`, which name the headers differently. */
export const peerOptions = {
  origin: ORIGINS,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  exposedHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
}

export const honoOptions = {
  origin: ORIGINS,
  allowMethods: peerOptions.methods,
  allowHeaders: peerOptions.allowedHeaders,
  exposeHeaders: peerOptions.exposedHeaders,
  credentials: true,
  maxAge: 600,
}

/** Of a response to an allowed origin. @type {Readonly<Record<string, string>>} */
export const ACTUAL = {
  'access-control-allow-origin': APP,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'x-total',
}

/** Of a preflight's. @type {Readonly<Record<string, string>>} */
export const PREFLIGHT = {
  'access-control-allow-origin': APP,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'PUT, PATCH, DELETE',
  'access-control-allow-headers': 'content-type, authorization',
  'access-control-max-age': '600',
}
