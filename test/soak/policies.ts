import type { CorsConfig } from '../../src/index.js'

/** The versions of the policy, which a soak puts in force one after another: no two give the same answers. */
const VERSIONS: readonly CorsConfig[] = [
  {
    origins: ['https://app.example.com', 'https://pr-*.preview.example.com:*', 'http://127.0.0.0/8:*'],
    methods: ['PUT', 'DELETE'],
    headers: ['content-type', 'x-request-id'],
    exposeHeaders: ['x-total'],
    credentials: true,
    maxAge: 600,
  },
  { origins: '*', methods: '*', headers: ['*', 'authorization'], exposeHeaders: '*', preflightStatus: 200 },
  {
    origins: ['https://*.example.com', 'capacitor://localhost'],
    methods: '*',
    headers: '*',
    credentials: true,
    maxAge: 0,
  },
  { origins: ['https://app.example.com'], exposeHeaders: ['x-other'], enforce: true, maxAge: 1 },
  { origins: ['http://[fd00::/8]:8080', 'https://*--shop.netlify.app'], headers: ['x-other'], preflightStatus: 299 },
]

/** What no live policy takes. */
export const BAD = [
  { origins: [''] },
  { origins: ['x'] },
  { origins: '*', credentials: true },
] as unknown as readonly CorsConfig[]

export function versionOf(index: number): CorsConfig {
  return VERSIONS[index % VERSIONS.length] as CorsConfig
}

/** Every entry of every version: origins of requests are made of these. */
export const ENTRIES: readonly string[] = VERSIONS.flatMap(({ origins }) => origins)
