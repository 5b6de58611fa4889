import { corsCheck } from '../fetch-model/cors-check.js'
import { getHeader, type HeaderList } from '../fetch-model/header-list.js'
import type { CredentialsMode } from '../fetch-model/request.js'
import { ALLOW_ORIGIN } from '../http/field-names.js'
import { isOkStatus } from '../http/ok-status.js'
import type { Probe } from './probe.js'
import type { TransportError, TransportRequest, TransportResponse } from './transport.js'

/** One request and what became of it. */
export interface Exchange {
  readonly probe: Probe
  readonly request: TransportRequest
  /** Absent where none came. */
  readonly response?: TransportResponse
  readonly failure?: TransportError
}

/** The response's field lines; none where there is no response. */
export function fieldsOf(exchange: Exchange | undefined): HeaderList {
  return exchange?.response?.headers ?? []
}

/** The response's status; 0 where there is no response. */
export function statusOf(exchange: Exchange | undefined): number {
  return exchange?.response?.status ?? 0
}

/** Access-Control-Allow-Origin of the response. */
export function allowedOrigin(exchange: Exchange | undefined): string | undefined {
  return getHeader(fieldsOf(exchange), ALLOW_ORIGIN)
}

/** The Origin that was sent; `''` if none was. */
export function originOf({ request }: Exchange): string {
  return getHeader(request.headers, 'origin') ?? ''
}

/** What is known of the response's body. */
export function bodyOf(exchange: Exchange | undefined): string {
  return exchange?.response?.bodyStart ?? ''
}

export function isOk(exchange: Exchange | undefined): boolean {
  return isOkStatus(statusOf(exchange))
}

/** Whether there is a response that the CORS check lets a page of that origin read. */
export function isReadableBy(exchange: Exchange | undefined, origin: string, credentials: CredentialsMode): boolean {
  return exchange?.response !== undefined && corsCheck(exchange.response.headers, origin, credentials).ok
}
