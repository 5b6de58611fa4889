import { type Evaluation, evaluate } from '../fetch-model/evaluate.js'
import type { OutgoingRequest, ServerResponse } from '../fetch-model/exchange.js'
import type { Settings } from './options.js'
import { browserRequest, standIn } from './plan.js'
import type { Probe, Session } from './session.js'

/**
 * Has the model of the browser make the request, and asks the real server each time that it sends something. The model
 * is not asynchronous: it runs again from the start with every answer that has come.
 */
export async function browse(settings: Settings, session: Session): Promise<Evaluation> {
  const answers: (ServerResponse | undefined)[] = []
  for (;;) {
    const asked: OutgoingRequest[] = []
    let used = 0
    const evaluation = evaluate(browserRequest(settings), (request) => {
      if (used === answers.length) asked.push(request)
      return answers[used++]
    })
    const [next] = asked
    if (next === undefined) return evaluation
    const exchange = await session.send(probeOf(next, session), settings.sendActual ? next : standIn(next))
    answers.push(exchange?.response)
  }
}

/** Whatever follows the first actual request, follows a redirect. */
function probeOf({ kind }: OutgoingRequest, { exchanges }: Session): Probe {
  return exchanges.some(({ probe }) => probe === 'actual') ? 'redirect' : kind
}
