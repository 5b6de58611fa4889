import { UNKNOWN_TEXTS } from '../../text/doctor-inspect.js'

/** What a record does not tell. The union is closed. */
export type UnknownCode = 'url' | 'origin' | 'preflight' | 'actual' | 'status' | 'others' | 'request-origin'

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
