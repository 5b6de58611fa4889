import { type Evaluation, evaluationCourse } from '../fetch-model/evaluate.js'
import { freshBrowser } from '../fetch-model/exchange.js'
import type { OutgoingRequest } from '../fetch-model/messages.js'
import type { Settings } from './options.js'
import { browserRequest, standIn } from './plan.js'
import type { Probe, Session } from './session.js'

/**
 * Has the model of the browser make the request, and asks the real server each time that it sends something. Mixed
 * content is sent, too: what the server says of it is of use, and a check of its own tells that browsers block it.
 */
export async function browse(settings: Settings, session: Session): Promise<Evaluation> {
  const course = evaluationCourse({ ...freshBrowser(), ignoresMixedContent: true }, browserRequest(settings))
  let next = course.next()
  while (next.done !== true) {
    const request = next.value
    const exchange = await session.send(probeOf(request, session), settings.sendActual ? request : standIn(request))
    next = course.next(exchange?.response)
  }
  return next.value
}

/** What follows the first actual request, follows a redirect. */
function probeOf({ kind }: OutgoingRequest, { exchanges }: Session): Probe {
  return exchanges.some(({ probe }) => probe === 'actual') ? 'redirect' : kind
}
