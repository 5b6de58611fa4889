import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { fromStarlette } from '../../src/interop/from-starlette.js'
import { toStarlette } from '../../src/interop/to-starlette.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import type { CorsPolicy } from '../../src/policy/compiled-policy.js'
import { Random } from '../config/fixtures/random.js'
import { cleanEnv } from '../support/child.js'
import { connect } from '../support/client.js'
import { programPath, testWithPrograms } from '../support/programs.js'

const APP = 'https://app.example.com'

/** Arguments as people write them. */
const ORIGINALS: readonly Record<string, unknown>[] = [
  { allow_origins: [APP], allow_methods: ['GET', 'HEAD', 'POST', 'PUT'], allow_headers: ['X-Id'], max_age: 60 },
  {
    allow_origins: [APP, 'http://localhost:3000'],
    allow_credentials: true,
    allow_methods: ['*'],
    allow_headers: ['*'],
  },
  { allow_origins: ['*'], allow_methods: ['*'], allow_headers: ['*'], expose_headers: ['X-Total'] },
  { allow_origins: ['*'], allow_methods: ['GET'] },
  {
    allow_origin_regex: 'https://(.*\\.)?example\\.com|http://localhost(:\\d+)?',
    allow_credentials: true,
    allow_methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allow_headers: ['authorization'],
    expose_headers: ['X-Total', 'ETag'],
  },
  { allow_origins: [APP], allow_origin_regex: 'https://pr-[a-z0-9-]+\\.example\\.com', allow_methods: ['*'] },
]

interface Sent {
  readonly method: string
  readonly origin: string | undefined
  readonly requestMethod: string | undefined
  readonly requestHeaders: string | undefined
  readonly cookie: boolean
}

/** What an answer lets a browser do. */
interface Verdict {
  /** Of a preflight: whether the request may be sent; of all others: whether the response may be read. */
  readonly allowed: boolean
  /** The headers that a script may read, or the seconds for which a preflight holds. */
  readonly more: string
  readonly vary: boolean
}

/** Where Starlette and the policy do not say the same, and why. Each has to be there, and nothing else may. */
const DIFFERENCES: Record<
  string,
  { readonly why: string; readonly is: (sent: Sent, ours: Verdict, theirs: Verdict) => boolean }
> = {
  'no Vary without Origin, or for an origin that is not allowed': {
    why: 'Starlette adds Vary where it reflects an origin: a cache may keep the other copy for everybody',
    is: (_, ours, theirs) => ours.vary && !theirs.vary && sameBut(ours, theirs),
  },
  'GET, HEAD and POST refused': {
    why: 'Starlette answers 400 to a preflight for a method that is not listed; by the Fetch standard these need no permission',
    is: (sent, ours, theirs) =>
      ['GET', 'HEAD', 'POST'].includes(sent.requestMethod ?? '') && ours.allowed && !theirs.allowed,
  },
  'unusual values of Accept, Accept-Language and Content-Language': {
    why: 'Starlette always lists them; to a policy they are headers like all others',
    is: (sent, ours, theirs) => (sent.requestHeaders ?? '').includes('accept') && !ours.allowed && theirs.allowed,
  },
  'empty elements in the list of headers': {
    why: 'Starlette takes one for a header without a name; no browser sends one',
    is: (sent, ours, theirs) => /,\s*,/.test(sent.requestHeaders ?? '') && ours.allowed && !theirs.allowed,
  },
  'origins that no browser sends': {
    why: 'a regular expression with .* matches them; a policy takes an origin in its one spelling',
    is: (sent, ours, theirs) => sent.origin === 'https://B.example.com' && !ours.allowed && theirs.allowed,
  },
}

function sameBut(ours: Verdict, theirs: Verdict): boolean {
  return ours.allowed === theirs.allowed && ours.more === theirs.more
}

/** Every request that both answer, judged by the rules of https://fetch.spec.whatwg.org/#cors-preflight-fetch. */
function judge(sent: Sent, credentials: boolean, status: number, headers: ReadonlyMap<string, string>): Verdict {
  const get = (name: string) => headers.get(`access-control-${name}`)
  const origin = get('allow-origin')
  const readable =
    sent.origin !== undefined &&
    (origin === sent.origin || (origin === '*' && !credentials)) &&
    (!credentials || get('allow-credentials') === 'true')
  const vary = /(^|,)\s*origin\s*(,|$)/i.test(headers.get('vary') ?? '')
  if (sent.method !== 'OPTIONS' || sent.requestMethod === undefined || sent.origin === undefined) {
    return { allowed: readable, more: readable ? (get('expose-headers') ?? '').toLowerCase() : '', vary }
  }
  const methods = listOf(get('allow-methods'))
  const names = listOf(get('allow-headers')?.toLowerCase())
  const any = (list: readonly string[]) => list.includes('*') && !credentials
  const allowed =
    readable &&
    status >= 200 &&
    status < 300 &&
    (['GET', 'HEAD', 'POST', ...methods].includes(sent.requestMethod) || any(methods)) &&
    listOf(sent.requestHeaders).every((name) => names.includes(name) || (any(names) && name !== 'authorization'))
  return { allowed, more: allowed ? (get('max-age') ?? '5') : '', vary }
}

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function decide(policy: CorsPolicy, sent: Sent): Verdict {
  const { status = 200, headers, vary } = policy.decide(sent)
  const fields = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return judge(sent, policy.config.credentials === true, status, fields.set('vary', vary.join(', ')))
}

/** Starts uvicorn, and ends it with the test. */
async function startStarlette(t: Test, sets: readonly unknown[]): Promise<number> {
  const folder = fileURLToPath(new URL('./fixtures', import.meta.url))
  const args = ['starlette_app:app', '--app-dir', folder, '--host', '127.0.0.1', '--port', '0', '--no-access-log']
  const child = spawn(programPath('uvicorn'), args, {
    env: cleanEnv({ CORS_ARGUMENTS: JSON.stringify(sets), PYTHONDONTWRITEBYTECODE: '1' }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  t.teardown(async () => {
    child.kill()
    await ended
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line)
    const port = /running on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port !== undefined) {
      child.stderr.resume()
      return Number(port)
    }
  }
  throw new Error(`uvicorn has ended: ${lines.join('\n')}`)
}

const ORIGINS = [
  APP,
  'https://example.com',
  'https://a.b.example.com',
  'https://pr-1.example.com',
  'https://B.example.com',
  'http://localhost',
  'http://localhost:3000',
  'https://evil.test',
  'https://evilexample.com',
  'null',
  undefined,
]
const ASKED = ['GET', 'POST', 'PUT', 'DELETE', 'PROPFIND', undefined]
const NAMES = ['content-type', 'x-id', 'authorization', 'accept', 'x-other', '']

function randomRequest(random: Random): Sent {
  return {
    method: random.pick(['GET', 'POST', 'OPTIONS', 'OPTIONS']),
    origin: random.pick(ORIGINS),
    requestMethod: random.pick(ASKED),
    requestHeaders: random.once(3) ? undefined : random.list(1, 3, () => random.pick(NAMES)).join(','),
    cookie: random.once(3),
  }
}

const REQUESTS_PER_SET = 300

testWithPrograms('Starlette decides as the policy does', ['uvicorn'], 240_000, async (t) => {
  const policies = ORIGINALS.map((args) => compilePolicy(fromStarlette(args).config))
  const generated = policies.map((policy) => toStarlette(policy).document)
  const port = await startStarlette(t, [...ORIGINALS, ...generated])
  const client = connect({ protocol: 'http', port })
  t.teardown(() => client.close())
  const random = new Random(19)
  const seen = new Map<string, number>()
  let compared = 0
  for (let i = 0; i < 2 * policies.length; i++) {
    const policy = policies[i % policies.length] as CorsPolicy
    for (let j = 0; j < REQUESTS_PER_SET; j++) {
      const sent = randomRequest(random)
      const { status, lines } = await client.send({ method: sent.method, path: `/${i}`, headers: headersOf(sent) })
      const theirs = judge(sent, policy.config.credentials === true, status, new Map(lines))
      const ours = decide(policy, sent)
      compared++
      if (sameBut(ours, theirs) && ours.vary === theirs.vary) continue
      const name = Object.keys(DIFFERENCES).find((key) => DIFFERENCES[key]?.is(sent, ours, theirs))
      if (name === undefined) t.fail(`${i}: ${JSON.stringify({ sent, ours, theirs })}`)
      else seen.set(name, (seen.get(name) ?? 0) + 1)
    }
  }
  t.equal(compared, 2 * policies.length * REQUESTS_PER_SET)
  t.strictSame([...seen.keys()].sort(), Object.keys(DIFFERENCES).sort(), 'each difference that is listed is there')
})

function headersOf({ origin, requestMethod, requestHeaders, cookie }: Sent): Record<string, string> {
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(requestMethod === undefined ? {} : { 'access-control-request-method': requestMethod }),
    ...(requestHeaders === undefined ? {} : { 'access-control-request-headers': requestHeaders }),
    ...(cookie ? { cookie: 'a=b' } : {}),
  }
}
