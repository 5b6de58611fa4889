/** What is wrong with a request or a response that a program passes to the model: texts of a TypeError. */
export const ARGUMENT_TEXTS = {
  'not-an-object': ({ path, value }: Fault) => `${path}: expected an object, got ${value}`,
  'unknown-option': ({ path, suggestion }: Fault & { readonly suggestion: string | undefined }) =>
    suggestion === undefined ? `${path}: unknown option` : `${path}: unknown option. Did you mean ${suggestion}?`,
  'not-a-string': ({ path, value }: Fault) => `${path}: expected a string, got ${value}`,
  'not-a-boolean': ({ path, value }: Fault) => `${path}: expected true or false, got ${value}`,
  'not-one-of': ({ path, value, expected, suggestion }: Fault & Choice) =>
    `${path}: expected one of ${expected.map((choice) => `'${choice}'`).join(', ')}, got ${value}${suggestion === undefined ? '' : `. Did you mean '${suggestion}'?`}`,
  'wrong-initiator': ({ path, value, initiator }: Fault & { readonly initiator: string }) =>
    `${path}: only a ${initiator} request has the mode ${value}. Scripts use 'cors', 'no-cors' or 'same-origin'`,
  'headers-type': ({ path, value }: Fault) =>
    `${path}: expected an object such as { 'content-type': 'application/json' } or pairs [name, value], got ${value}`,
  'header-pair': ({ path, value }: Fault) => `${path}: expected [name, value], got ${value}`,
  'header-value': ({ path, value }: Fault) => `${path}: expected a string or a number, got ${value}`,
  'response-promise': ({ path }: Fault) =>
    `${path} is a promise, and evaluate() is synchronous. Await the responses first, and pass them as an array`,
  'response-status': ({ path, value }: Fault) => `${path}: expected a status from 100 to 999, got ${value}`,
  'responses-type': ({ path, value }: Fault) => `${path}: expected an array of responses or a function, got ${value}`,
}

interface Fault {
  readonly path: string
  /** As it is shown. */
  readonly value: string
}

interface Choice {
  readonly expected: readonly string[]
  readonly suggestion: string | undefined
}
