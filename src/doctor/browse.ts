import { type Evaluation, evaluationCourse } from '../fetch-model/evaluate.js'
import { freshBrowser } from '../fetch-model/exchange.js'
import { getHeader } from '../fetch-model/header-list.js'
import type { OutgoingRequest } from '../fetch-model/messages.js'
import { isSafeMethod } from '../http/methods.js'
import type { Settings } from './options.js'
import { asSafeRequest, browserRequest } from './plan.js'
import type { Probe } from './probe.js'
import type { Message, Session } from './session.js'

/**
 * Has the model of the browser make the request, and asks the real server each time that it sends something. Mixed
 * content is sent too: what the server says about it is of use, and a check of its own tells that browsers block it.
 */
export async function browse(settings: Settings, session: Session): Promise<Evaluation> {
  const course = evaluationCourse({ ...freshBrowser(), ignoresMixedContent: true }, browserRequest(settings))
  let next = course.next()
  while (next.done !== true) {
    const exchange = await session.send(probeOf(next.value, session), messageOf(next.value, settings))
    next = course.next(exchange?.response)
  }
  return next.value
}

function messageOf(request: OutgoingRequest, { sendActual }: Settings): Message {
  if (!sendActual || isSafeMethod(request.method)) return asSafeRequest(request)
  const isJson = /\bjson\b/i.test(getHeader(request.headers, 'content-type') ?? '')
  return { ...request, body: isJson ? '{}' : '' }
}

/** What follows the first actual request, follows a redirect. */
function probeOf({ kind }: OutgoingRequest, { exchanges, leftOut }: Session): Probe {
  return [...exchanges, ...leftOut].some(({ probe }) => probe === 'actual') ? 'redirect' : kind
}
