import type { HeaderList } from '../fetch-model/header-list.js'
import { browserFields } from './browser-fields.js'
import type { Exchange } from './exchange.js'
import type { Settings } from './options.js'
import { addressesOf, isPrivateAddress } from './private-address.js'
import type { Probe } from './probe.js'
import type { TransportError, TransportRequest, TransportResponse } from './transport.js'
import { toTransportError } from './transport-error.js'

/** A request without what says how it is sent: that is added. */
export interface Message {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body?: string | undefined
  /** Whether cookies go along. */
  readonly credentials?: boolean
}

/** A request that was planned and not sent. */
export interface LeftOut {
  readonly probe: Probe
  readonly why: 'time' | 'private'
}

/** Sends requests one after the other, and remembers them. */
export interface Session {
  readonly exchanges: readonly Exchange[]
  readonly leftOut: readonly LeftOut[]
  /** @returns undefined if nothing was sent */
  send(probe: Probe, message: Message): Promise<Exchange | undefined>
}

/** One request gets that part of the time, so that one that hangs does not keep the others from being sent. */
const SHARE = 3
/** Milliseconds. Less is not enough time for a request. */
const MIN_TIME = 20

export function startSession(settings: Settings): Session {
  const deadline = Date.now() + settings.timeout
  const exchanges: Exchange[] = []
  const leftOut: LeftOut[] = []

  async function send(probe: Probe, message: Message): Promise<Exchange | undefined> {
    const target = await inTime(targetOf(message.url, settings), deadline - Date.now())
    const left = Math.min(deadline - Date.now(), Math.ceil(settings.timeout / SHARE))
    if (target === undefined || (left < MIN_TIME && exchanges.length > 0)) {
      leftOut.push({ probe, why: 'time' })
      return undefined
    }
    if (target.isForbidden) {
      leftOut.push({ probe, why: 'private' })
      return undefined
    }
    const request = toRequest(probe, message, settings)
    const limits = {
      signal: AbortSignal.timeout(Math.max(left, 1)),
      maxBodyBytes: settings.maxBodyBytes,
      ca: settings.ca,
      insecure: settings.insecure,
      address: target.address,
    }
    const outcome = await attempt(async () => settings.transport(request, limits), left)
    const exchange = { probe, request, ...outcome }
    exchanges.push(exchange)
    return exchange
  }
  return { exchanges, leftOut, send }
}

/**
 * Where a redirect may lead: from the public internet into somebody's own network only if they say so, and then to the
 * very address that was looked at, whatever the name says a moment later.
 */
async function targetOf(address: string, settings: Settings): Promise<{ isForbidden: boolean; address?: string }> {
  const { hostname } = new URL(address)
  if (hostname === settings.url.hostname || settings.followPrivate) return { isForbidden: false }
  const [start, end] = await Promise.all([
    addressesOf(settings.url.hostname, settings.resolve),
    addressesOf(hostname, settings.resolve),
  ])
  const isPublic = start.length === 0 || start.some((each) => !isPrivateAddress(each))
  if (isPublic && end.some(isPrivateAddress)) return { isForbidden: true }
  const [first] = end
  return { isForbidden: false, ...(first !== undefined && { address: first }) }
}

function toRequest(probe: Probe, message: Message, settings: Settings): TransportRequest {
  const { method, url, headers, body, credentials } = message
  const isHere = new URL(url).hostname === settings.url.hostname
  const cookie: HeaderList =
    credentials === true && settings.cookie !== undefined && isHere ? [['Cookie', settings.cookie]] : []
  const request: TransportRequest = { method, url, headers: [...headers, ...cookie], body }
  return { ...request, headers: [...request.headers, ...browserFields(probe, request, settings.origin)] }
}

type Outcome = { readonly response: TransportResponse } | { readonly failure: TransportError }

/** Waits for the transport, though no longer than there is time: one that ignores its signal must not hold us up. */
async function attempt(send: () => Promise<TransportResponse>, left: number): Promise<Outcome> {
  const failed = (error: unknown) => ({ failure: toTransportError(error, { signal: new AbortController().signal }) })
  const answer = send().then((response): Outcome => ({ response }), failed)
  const outcome = await inTime(answer, left + MIN_TIME)
  return outcome ?? { failure: toTransportError(undefined, { signal: AbortSignal.abort() }) }
}

/** @returns undefined if it takes longer than that (milliseconds) */
async function inTime<Result>(work: Promise<Result>, left: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(left, 0))
  })
  const result = await Promise.race([work, late])
  clearTimeout(timer)
  return result
}
