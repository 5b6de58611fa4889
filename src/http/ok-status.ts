/** https://fetch.spec.whatwg.org/#ok-status: what the status of a preflight has to be, both ends included. */
export const OK_STATUS = { minimum: 200, maximum: 299 } as const

export function isOkStatus(status: number): boolean {
  return status >= OK_STATUS.minimum && status <= OK_STATUS.maximum
}
