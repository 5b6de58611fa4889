import { ALLOW_METHODS, REQUEST_METHOD } from '../http/field-names.js'
import { isSafelistedMethod } from '../http/methods.js'
import { type Answer, isEchoableMethod } from '../policy/answer.js'

/** Whether all routes of a method get the same answer as the one that a preflight asks about. */
export type Agrees = (method: string) => boolean

/**
 * A browser keeps all methods of Access-Control-Allow-Methods for the URL, five seconds if nothing else is said, and then
 * sends them without a preflight (https://fetch.spec.whatwg.org/#cors-preflight-cache). Where another method has a route
 * with a policy of its own, the answer names only the method that was asked for.
 *
 * @param method that was asked for
 */
export function withoutOtherMethods(answer: Answer, method: string, agrees: Agrees): Answer {
  const index = answer.fixed.indexOf(ALLOW_METHODS)
  if (index < 0) return answer
  const allowed = (answer.fixed[index + 1] as string).split(', ')
  const isAny = allowed.includes('*')
  const isAllowed = isAny || allowed.includes(method) || isSafelistedMethod(method)
  // A browser keeps nothing of an answer that refuses the method, and says which ones there are.
  if (!isAllowed || (!isAny && allowed.every((name) => name === method || isSafelistedMethod(name) || agrees(name))))
    return answer
  const vary = [...answer.vary, REQUEST_METHOD]
  const own = isEchoableMethod(method) ? [ALLOW_METHODS, method] : []
  const fixed = [...answer.fixed.slice(0, index), ...own, ...answer.fixed.slice(index + 2)]
  return { ...answer, vary, varyText: vary.join(', '), fixed }
}
