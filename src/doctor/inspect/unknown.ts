import { REPORT_TEXTS } from '../../text/doctor.js'
import { UNKNOWN_TEXTS } from '../../text/doctor-inspect.js'

/** Hosts of which nothing is known: RFC 2606 section 2. */
export const UNKNOWN_URL = 'https://unknown-server.invalid/'
const UNKNOWN_PAGE = 'unknown-page.invalid'
export const UNKNOWN_ORIGIN = `https://${UNKNOWN_PAGE}`

/** Of the scheme from which nothing follows: a page of http has no mixed content. */
export function unknownOriginFor({ protocol }: URL): string {
  return `${protocol}//${UNKNOWN_PAGE}`
}

export function isUnknownOrigin(origin: string): boolean {
  return origin.endsWith(`://${UNKNOWN_PAGE}`)
}

/** The text without the made-up origin of a page that nobody knows. */
export function withoutUnknown(text: string): string {
  return text.replace(/https?:\/\/unknown-page\.invalid/g, () => REPORT_TEXTS.unknownOrigin)
}

/** What a record does not tell. The union is closed. */
export type UnknownCode =
  | 'url'
  | 'origin'
  | 'preflight'
  | 'actual'
  | 'status'
  | 'others'
  | 'request-origin'
  | 'not-preflight'

/** Something that a record does not tell. */
export interface Unknown {
  readonly code: UnknownCode
  /** What it is, and where to find it. */
  readonly text: string
}

const TEXTS: Readonly<Record<UnknownCode, string>> = UNKNOWN_TEXTS

export function describeUnknown(code: UnknownCode): Unknown {
  return { code, text: TEXTS[code] }
}
