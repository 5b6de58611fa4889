import { note, type ReceivedResponse, type Trace } from './exchange.js'
import type { FetchState } from './fetch-state.js'
import { filterResponse, type VisibleResponse, withholdResponse } from './filtered-response.js'
import { getHeader } from './header-list.js'
import { mimeEssence } from './mime-essence.js'
import { fail, pass } from './step.js'

const SWITCHING_PROTOCOLS = 101

/** What the script gets of a response that no check has stopped. @returns undefined where it is blocked after all */
export function deliver(state: FetchState, response: ReceivedResponse, trace: Trace): VisibleResponse | undefined {
  switch (state.initiator) {
    case 'websocket':
      return openSocket(state, response, trace)
    case 'eventsource':
      return isEventStream(response, trace) ? show(state, response, trace) : undefined
    case 'form':
      note(trace, 'filtered-response', fail({ code: 'response-navigated' }))
      return withholdResponse(response)
    case 'beacon':
      note(trace, 'filtered-response', fail({ code: 'response-discarded' }))
      return withholdResponse(response)
    default:
      return show(state, response, trace)
  }
}

function show(state: FetchState, response: ReceivedResponse, trace: Trace): VisibleResponse | undefined {
  if (state.integrity && state.tainting === 'opaque') {
    note(trace, 'integrity', fail({ code: 'integrity-opaque' }))
    return undefined
  }
  if (state.integrity) note(trace, 'integrity', pass({ code: 'integrity-unknown' }))
  const filtered = filterResponse(state, response)
  if (filtered.type === 'opaque') {
    note(trace, 'filtered-response', fail({ code: 'response-opaque' }))
    return filtered
  }
  const { status } = response
  note(trace, 'filtered-response', pass({ code: 'response-visible', status, hidden: filtered.hiddenHeaders }))
  return filtered
}

/** RFC 6455 section 4.1. */
function openSocket(state: FetchState, response: ReceivedResponse, trace: Trace): VisibleResponse | undefined {
  if (response.status === SWITCHING_PROTOCOLS) {
    note(trace, 'handshake', pass({ code: 'socket-open' }))
    return filterResponse(state, response)
  }
  note(trace, 'handshake', fail({ code: 'handshake-status', subject: String(response.status) }))
  return undefined
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#sse-processing-model */
function isEventStream({ status, headers }: ReceivedResponse, trace: Trace): boolean {
  const type = getHeader(headers, 'content-type')
  if (status === 200 && mimeEssence(type ?? '') === 'text/event-stream') return true
  note(trace, 'event-source', fail({ code: 'event-source-rejected', status, type: type ?? null }))
  return false
}
