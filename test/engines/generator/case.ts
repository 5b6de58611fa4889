import type { Random } from '../../config/fixtures/random.js'
import { type Case, type Hop, type LocationForm, ORIGIN, type ServerIndex } from '../case.js'
import { generateActualAnswer, generatePreflightAnswer } from './answer.js'
import { generateRequest } from './request.js'

const REDIRECTS = [301, 302, 303, 307, 308]
const UNUSUAL_LOCATIONS: readonly LocationForm[] = ['user', 'password', 'scheme', 'data', 'invalid', 'absent', 'double']

/** A request and what the servers answer: one of the endlessly many. */
export function generateCase(random: Random): Case {
  const request = generateRequest(random)
  const servers = random.list(1, random.pick([1, 1, 1, 2, 3, 4]), () => random.pick<ServerIndex>([0, 1, 1, 1, 2, 2]))
  return { ...request, hops: servers.map((server, i) => generateHop(random, request, servers, server, i)) }
}

function generateHop(
  random: Random,
  request: Omit<Case, 'hops'>,
  servers: readonly ServerIndex[],
  server: ServerIndex,
  i: number,
): Hop {
  const origin = isTainted(servers.slice(0, i + 1)) && !random.once(10) ? 'null' : ORIGIN
  const redirects = i < servers.length - 1 ? random.pick(REDIRECTS) : undefined
  return {
    server,
    location: random.once(6)
      ? random.pick(UNUSUAL_LOCATIONS)
      : random.pick(['url', 'url', 'relative', 'fragment'] as const),
    preflight: generatePreflightAnswer(random, request, origin),
    actual: generateActualAnswer(random, request, origin, redirects),
  }
}

/** Whether one foreign server has sent the request to another: then its origin is `null`. */
function isTainted(servers: readonly ServerIndex[]): boolean {
  return servers.some((server, i) => {
    const next = servers[i + 1]
    return server !== 0 && next !== undefined && next !== server
  })
}
