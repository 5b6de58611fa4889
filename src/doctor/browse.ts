import { type Evaluation, evaluate } from '../fetch-model/evaluate.js'
import type { OutgoingRequest, ServerResponse } from '../fetch-model/exchange.js'
import { getHeader } from '../fetch-model/header-list.js'
import type { Settings } from './options.js'
import { browserRequest, isSafe, standIn } from './plan.js'
import type { Probe } from './probe.js'
import type { Message, Session } from './session.js'

/**
 * Has the model of the browser make the request, and asks the real server each time that it sends something. The model
 * is not asynchronous: it runs again from the start with every answer that has come.
 */
export async function browse(settings: Settings, session: Session): Promise<Evaluation> {
  const answers: (ServerResponse | undefined)[] = []
  for (;;) {
    const outgoing: OutgoingRequest[] = []
    let used = 0
    const evaluation = evaluate(browserRequest(settings), (request) => {
      if (used === answers.length) outgoing.push(request)
      return answers[used++]
    })
    const [next] = outgoing
    if (next === undefined) return evaluation
    const exchange = await session.send(probeOf(next, session), messageOf(next, settings))
    answers.push(exchange?.response)
  }
}

function messageOf(request: OutgoingRequest, { sendActual }: Settings): Message {
  if (!sendActual || isSafe(request.method)) return standIn(request)
  const isJson = /\bjson\b/i.test(getHeader(request.headers, 'content-type') ?? '')
  return { ...request, body: isJson ? '{}' : '' }
}

/** Whatever follows the first actual request, follows a redirect. */
function probeOf({ kind }: OutgoingRequest, { exchanges, leftOut }: Session): Probe {
  return [...exchanges, ...leftOut].some(({ probe }) => probe === 'actual') ? 'redirect' : kind
}
