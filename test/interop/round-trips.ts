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
