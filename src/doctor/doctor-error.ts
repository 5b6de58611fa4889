import { DOCTOR_ERROR_TEXTS } from '../text/doctor-errors.js'

/** Why there is no diagnosis: the question cannot be asked. The union is closed. */
export type DoctorErrorCode =
  | 'url-invalid'
  /** Neither http nor https. */
  | 'url-scheme'
  /** A user name or a password in the URL. */
  | 'url-credentials'
  | 'origin-invalid'
  /** No script can send such a request: a method such as TRACE, a header with a line break. */
  | 'request-invalid'
  /** The name of a response header to read that is no field name, or one that no script ever gets. */
  | 'read-invalid'
  | 'read-forbidden'
  | 'option-invalid'
  /** A text that `inspect` cannot read. */
  | 'record-unreadable'

/** What the sentence is made of. */
export interface DoctorErrorFacts {
  readonly name?: string
  /** What was passed in its place. */
  readonly given?: string
}

/** The question cannot be asked. A server that cannot be reached is a diagnosis, and not an error. */
export class DoctorError extends Error {
  override readonly name = 'DoctorError'
  readonly code: DoctorErrorCode

  constructor(code: DoctorErrorCode, facts: DoctorErrorFacts) {
    super(DOCTOR_ERROR_TEXTS[code](facts))
    this.code = code
  }
}
