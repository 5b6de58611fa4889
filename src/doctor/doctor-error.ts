/** Why there is no diagnosis. The union is closed. */
export type DoctorErrorCode =
  | 'url-invalid'
  /** Neither http nor https. */
  | 'url-scheme'
  | 'origin-invalid'
  /** No script can send such a request: a method such as TRACE, a header with a line break. */
  | 'request-invalid'
  | 'option-invalid'
  | 'name-unknown'
  | 'connection-refused'
  | 'connection-failed'
  | 'tls'
  | 'not-http'
  | 'timeout'
  | 'redirect-loop'

/** There is nothing to diagnose: the question is none, or nobody answers. The message is one line. */
export class DoctorError extends Error {
  override readonly name = 'DoctorError'
  readonly code: DoctorErrorCode

  constructor(code: DoctorErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
