import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { display } from '../text/display.js'
import { factsOf } from './node-request.js'

/** Says at debug level why a request was refused. What the client wrote is quoted and cut, so it forges no line. */
export function logRefusal({ log, raw }: FastifyRequest, policy: CompiledPolicy): void {
  if (!isDebugging(log)) return
  const { kind, reason } = policy.decide(factsOf(raw))
  log.debug({ kind, reason }, `cors-policy: refused origin ${display(raw.headers.origin)}: ${reason}`)
}

/** Loggers other than pino may not have the method; all have a level. */
function isDebugging(log: FastifyBaseLogger & { isLevelEnabled?(level: string): boolean }): boolean {
  return log.isLevelEnabled?.('debug') ?? (log.level === 'debug' || log.level === 'trace')
}
