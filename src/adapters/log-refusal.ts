import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { Decision } from '../policy/decision.js'
import { display } from '../text/display.js'
import { logTexts } from '../text/fastify.js'

/**
 * Says at debug level why a request was refused. What the client wrote is quoted and cut, so it forges no line.
 *
 * @param decide is called only if somebody reads it
 */
export function logRefusal({ log, raw }: FastifyRequest, decide: () => Decision): void {
  if (!isDebugging(log)) return
  const { kind, reason } = decide()
  log.debug({ kind, reason }, logTexts['origin-refused']({ origin: display(raw.headers.origin), reason }))
}

/** Loggers other than pino may not have the method; all have a level. */
function isDebugging(log: FastifyBaseLogger & { isLevelEnabled?(level: string): boolean }): boolean {
  return log.isLevelEnabled?.('debug') ?? (log.level === 'debug' || log.level === 'trace')
}
