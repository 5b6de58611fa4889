import type { CorsConfig } from '../../src/config/types.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import type { Random } from '../config/fixtures/random.js'

const ORIGINS = [
  'https://a.test',
  'https://b.test:8443',
  'http://localhost:3000',
  'http://localhost:*',
  'https://*.a.test',
  'https://*.c.test:8443',
  'https://pr-*.d.test',
  'https://*--e.d.test:*',
  'capacitor://localhost',
]
const LITERAL = ['https://a.test', 'https://b.test:8443', 'http://localhost:3000']
const METHODS = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PURGE', '*']
const HEADERS = ['content-type', 'x-id', 'authorization', '*']
const EXPOSED = ['etag', 'x-total', '*']

/** Any config that compiles. */
export function randomConfig(random: Random): CorsConfig {
  for (;;) {
    const some = (list: readonly string[], most: number) => random.list(0, most, () => random.pick(list))
    const config = {
      origins: random.once(4) ? '*' : random.list(1, 3, () => random.pick(ORIGINS)),
      ...(random.once(4) ? {} : { methods: some(METHODS, 3) }),
      ...(random.once(4) ? {} : { headers: ['content-type', ...some(HEADERS, 3)] }),
      ...(random.once(2) ? {} : { exposeHeaders: some(EXPOSED, 2) }),
      ...(random.once(2) ? {} : { credentials: random.once(2) }),
      ...(random.once(3) ? {} : { maxAge: random.below(86_401) }),
      ...(random.once(5) ? { preflightStatus: 200 } : {}),
    } as CorsConfig
    try {
      return compilePolicy(config).config
    } catch {
      // Credentials and a wildcard, most likely.
    }
  }
}

/**
 * The same with one or two configs inside, as `otherwise`. The outer ones often allow what the inner ones do.
 *
 * @param literal whether for a target without patterns and with one list of headers
 */
export function randomLayers(random: Random, literal = false): CorsConfig {
  for (;;) {
    const layers: CorsConfig[] = random.list(2, 3, () => {
      const { preflightStatus: _, ...config } = randomConfig(random)
      return { ...config, credentials: false }
    })
    for (const [i, layer] of layers.entries()) {
      if (literal) Object.assign(layer, { origins: [random.pick(LITERAL)] })
      if (literal && i > 0 && random.once(3)) Object.assign(layer, { origins: '*' })
      if (i > 0 && random.once(2)) Object.assign(layer, { methods: ['PUT'], headers: [] })
      if (i === 0 && random.once(2))
        Object.assign(layer, { methods: ['PUT', 'DELETE'], headers: ['x-id', 'content-type'] })
      if (literal) Object.assign(layer, { exposeHeaders: layer.headers })
    }
    try {
      return compilePolicy(layers.reduceRight((otherwise, layer) => ({ ...layer, otherwise }) as CorsConfig)).config
    } catch {
      // A config in one that allows every origin.
    }
  }
}

/** An origin of each kind that the configs have, and some that they do not let in. */
export const SAMPLES = [
  'https://a.test',
  'https://b.test:8443',
  'http://localhost',
  'http://localhost:3000',
  'http://localhost:5173',
  'https://x.a.test',
  'https://x.y.c.test:8443',
  'https://pr-1.d.test',
  'https://x--e.d.test:99',
  'capacitor://localhost',
  'https://evil.test',
]

/** The config that answers an origin, without those in it. */
export function layerFor(config: CorsConfig, origin: string): CorsConfig | undefined {
  const { otherwise, ...own } = config
  if (compilePolicy(own as CorsConfig).allows(origin)) return own as CorsConfig
  return otherwise && layerFor(otherwise, origin)
}
