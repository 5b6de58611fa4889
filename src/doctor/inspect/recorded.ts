import type { HeaderList } from '../../fetch-model/header-list.js'
import type { TransportErrorCode, TransportFault } from '../transport.js'

/** A request and its response, as somebody has kept them. What is not known is absent. */
export interface Recorded {
  readonly method?: string | undefined
  /** Absolute. */
  readonly url?: string | undefined
  readonly requestHeaders: HeaderList
  /** Absent where there was no response. */
  readonly status?: number | undefined
  readonly statusText?: string | undefined
  readonly httpVersion?: string | undefined
  readonly responseHeaders: HeaderList
  readonly bodyStart?: string | undefined
  /** Why there was no response. */
  readonly failure?: RecordedFailure | undefined
}

export interface RecordedFailure {
  readonly code: TransportErrorCode
  readonly fault?: TransportFault
  /** As the browser or `curl` says it. */
  readonly says: string
}

/** Of one message. Servers take about 100; each may hold a secret, which is then looked for in all others. */
export const MAX_FIELDS = 500

/** The most requests and responses that one text may have. */
export const MAX_HEADS = 1000

const FIELD = /^[ \t]*([!#$%&'*+.^_`|~\w-]+):(.*)$/
/** HTTP/2's own fields (`:status`), and what people write where they left lines out. */
const SKIPPED = /^(:|[<[(]?(\.\.\.|…)[>\])]?$)/

export function isFieldLine(line: string): boolean {
  return FIELD.test(line)
}

/** Lines of `name: value`, up to the first that is none. */
export function headerLinesOf(lines: readonly string[], from = 0): [string, string][] {
  const list: [string, string][] = []
  for (let i = from; i < Math.min(lines.length, from + MAX_FIELDS); i++) {
    const line = lines[i] as string
    const match = FIELD.exec(line)
    if (match !== null) list.push([match[1] as string, (match[2] as string).trim()])
    else if (!SKIPPED.test(line.trim())) break
  }
  return list
}

/** `HTTP/1.1 200 OK` */
export function statusLine(line: string): Pick<Recorded, 'status' | 'statusText' | 'httpVersion'> | undefined {
  const match = /^HTTP\/([\d.]+)\s+(\d{3})(?:\s(.*))?$/.exec(line)
  if (match === null) return undefined
  return { httpVersion: match[1], status: Number(match[2]), statusText: (match[3] ?? '').trim() }
}
