import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { type CorsConfig, compilePolicy, livePolicy } from '../../src/index.js'
import { type ClientRequest, type ClientResponse, connect } from '../support/client.js'
import { expectNoCrash } from '../support/crashes.js'
import type { Servers } from './servers.js'
import { APP, config, EVIL } from './table.js'

/** Two policies that differ in everything that a response can say, its status among it. */
const policies: readonly CorsConfig[] = [
  config,
  {
    origins: [EVIL],
    methods: ['PATCH'],
    headers: ['x-other'],
    exposeHeaders: ['x-other'],
    maxAge: 1,
    preflightStatus: 200,
  },
]
const bad = [{ origins: [''] }, { origins: ['x'] }, { origins: '*', credentials: true }] as unknown as CorsConfig[]

const CLIENTS = 6
const REQUESTS = 40

const requests: readonly ClientRequest[] = [APP, EVIL].flatMap((origin) => [
  { method: 'GET', path: '/ok', headers: { origin } },
  { method: 'OPTIONS', path: '/ok', headers: { origin, 'access-control-request-method': 'PUT' } },
  { method: 'GET', path: '/stream', headers: { origin } },
])

/** All that tells one policy's response from the other's, as text. */
function seenIn({ status, lines }: ClientResponse): string {
  const fields = lines.filter(([name]) => name === 'vary' || name.startsWith('access-control-'))
  return [status, ...fields.map(([name, value]) => `${name}: ${value}`).sort()].join('\n')
}

/** What a policy makes of a request. */
function expectedOf(policy: CorsConfig, { method, headers }: ClientRequest): string {
  const { origin, 'access-control-request-method': requestMethod } = headers as Record<string, string>
  const { status = 200, vary, headers: fields } = compilePolicy(policy).decide({ method, origin, requestMethod })
  const lines = Object.entries({ ...fields, vary: vary.join(', ') })
  return seenIn({ status, lines: lines.map(([name, value]) => [name.toLowerCase(), value]), body: '' })
}

/** Replaces the policy of each server all the time while clients ask: each response is entirely that of one policy. */
export function runReplace(servers: Servers): void {
  t.setTimeout(180_000)
  for (const [name, start] of Object.entries(servers)) {
    t.test(name, async (t) => {
      t.setTimeout(60_000)
      const live = livePolicy(config)
      const server = await start(live)
      const counts = policies.map(() => 0)
      const wrong: string[] = []
      let replaced = 0
      let done = false
      const replace = () => {
        // In no step with the requests.
        live.replace(policies[++replaced % 7 < 3 ? 0 : 1] as CorsConfig)
        const { current } = live
        try {
          live.replace(bad[replaced % bad.length] as CorsConfig)
          wrong.push('a bad config was taken')
        } catch {
          if (live.current !== current) wrong.push('a bad config changed something')
        }
      }
      const replacing = async () => {
        while (!done) {
          for (let i = 0; i < 4; i++) replace()
          await turn()
        }
      }
      const asking = async (first: number) => {
        const client = connect(server.address)
        for (let i = 0; i < REQUESTS; i++) {
          const request = requests[(first + i) % requests.length] as ClientRequest
          const seen = seenIn(await client.send(request))
          const which = policies.findIndex((policy) => expectedOf(policy, request) === seen)
          if (which < 0) wrong.push(`${request.method} ${request.path}: ${seen}`)
          else counts[which] = (counts[which] as number) + 1
        }
        client.close()
      }
      const replacer = replacing()
      await Promise.all(Array.from({ length: CLIENTS }, (_, i) => asking(i)))
      done = true
      await replacer
      await server.close()
      t.strictSame(wrong, [])
      t.ok(
        counts.every((count) => count > 10),
        `${replaced} replacements, ${counts.join(' and ')} responses`,
      )
      t.equal(
        counts.reduce((a, b) => a + b),
        CLIENTS * REQUESTS,
      )
    })
  }
  expectNoCrash(t)
}
