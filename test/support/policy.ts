import type { CorsConfig } from '../../src/index.js'

/** A policy with something in each field, and all that its answers say: in the short names of `corsFields`. */

export const APP = 'https://app.example.com'
export const EVIL = 'https://app.example.com.evil.com'

export const config: CorsConfig = {
  origins: [APP, 'http://localhost:*'],
  methods: ['PUT', 'DELETE'],
  headers: ['content-type'],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
}

export type Fields = Readonly<Record<string, unknown>>

export const NONE: Fields = { vary: 'Origin' }

export const ACTUAL: Fields = {
  vary: 'Origin',
  'allow-origin': APP,
  'allow-credentials': 'true',
  'expose-headers': 'x-total',
}

export const PREFLIGHT: Fields = {
  vary: 'Origin',
  'allow-origin': APP,
  'allow-credentials': 'true',
  'allow-methods': 'PUT, DELETE',
  'allow-headers': 'content-type',
  'max-age': '600',
}

/** The headers of a preflight. */
export function asking(method = 'PUT', origin = APP): Record<string, string> {
  return { origin, 'access-control-request-method': method }
}
