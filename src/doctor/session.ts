import type { HeaderList } from '../fetch-model/header-list.js'
import type { Settings } from './options.js'
import { FETCH_METADATA } from './plan.js'
import { TransportError, type TransportRequest, type TransportResponse } from './transport.js'

/** What a request is sent for. The union is closed. */
export type Probe =
  /** As the browser would. `redirect`: where it is led on to. */
  | 'preflight'
  | 'actual'
  | 'redirect'
  /** As an `<img>` or a crawler would: without Origin. */
  | 'plain'
  /** The request once more: is it cached? */
  | 'again'
  /** And with a query that no cache has seen. */
  | 'fresh'
  /** A path that does not exist. */
  | 'not-found'
  /** Another site's page. */
  | 'foreign'
  | 'preflight-foreign'
  | 'null'
  | 'near-suffix'
  | 'near-prefix'
  | 'near-dot'
  | 'near-scheme'
  | 'near-port'

/** One request and what became of it. */
export interface Exchange {
  readonly probe: Probe
  readonly request: TransportRequest
  /** Absent where none came. */
  readonly response?: TransportResponse
  readonly failure?: TransportError
}

/** A request without what says how it is sent: that is added. */
export interface Message {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
}

/** Sends requests one after the other, and remembers them. */
export interface Session {
  readonly exchanges: readonly Exchange[]
  /** @returns undefined if the time is up, and nothing was sent */
  send(probe: Probe, message: Message): Promise<Exchange | undefined>
}

/** One request gets that part of the time, so that one that hangs does not keep the others from being sent. */
const SHARE = 3
/** Less than that (milliseconds) is no time for a request. */
const MIN_TIME = 20

const IMAGE_METADATA: HeaderList = [
  ['Sec-Fetch-Dest', 'image'],
  ['Sec-Fetch-Mode', 'no-cors'],
  ['Sec-Fetch-Site', 'cross-site'],
]
const USER_AGENT = 'Mozilla/5.0 (compatible; cors-policy-doctor)'

export function startSession({ transport, timeout, maxBodyBytes }: Settings): Session {
  const deadline = Date.now() + timeout
  const exchanges: Exchange[] = []
  return {
    exchanges,
    async send(probe, { method, url, headers }) {
      const left = Math.min(deadline - Date.now(), Math.ceil(timeout / SHARE))
      if (left < MIN_TIME && exchanges.length > 0) return undefined
      const metadata = probe === 'plain' ? IMAGE_METADATA : FETCH_METADATA
      const request: TransportRequest = { method, url, headers: [...headers, ...metadata, ['User-Agent', USER_AGENT]] }
      const exchange = { probe, request, ...(await attempt(async () => transport(request, limits(left)), left)) }
      exchanges.push(exchange)
      return exchange
    },
  }

  function limits(left: number) {
    return { signal: AbortSignal.timeout(Math.max(left, 1)), maxBodyBytes }
  }
}

type Outcome = Pick<Exchange, 'response' | 'failure'>

/** Waits for the transport, though no longer than there is time: one that ignores its signal must not hold us up. */
async function attempt(send: () => Promise<TransportResponse>, left: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Outcome>((resolve) => {
    const failure = new TransportError('timeout', 'no answer in time')
    timer = setTimeout(() => resolve({ failure }), left + MIN_TIME)
  })
  const answer = send().then((response): Outcome => ({ response }), toFailure)
  const outcome = await Promise.race([answer, late])
  clearTimeout(timer)
  return outcome
}

function toFailure(error: unknown): Outcome {
  if (error instanceof TransportError) return { failure: error }
  return { failure: new TransportError('connection-failed', `no connection: ${String(error).split('\n', 1)[0]}`) }
}
