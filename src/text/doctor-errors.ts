import { display } from './display.js'

interface Facts {
  readonly name?: string
  readonly given?: string
}

/** Questions that the doctor cannot ask. One line each. */
export const DOCTOR_ERROR_TEXTS = {
  'url-invalid': ({ given }: Facts) =>
    `${display(given)} is not a URL. Expected one such as https://api.example.com/things`,
  'url-scheme': ({ given }: Facts) => `expected an http or https URL, got the scheme ${display(given)}`,
  'url-credentials': () =>
    'scripts cannot fetch URLs with a user name or a password. Pass --header "authorization: …" instead',
  'origin-invalid': ({ given }: Facts) =>
    `${display(given)} is not an origin. Expected one such as https://app.example.com`,
  'request-invalid': ({ given }: Facts) => `scripts cannot send this request. ${given}`,
  'read-invalid': ({ given }: Facts) =>
    `${display(given)} is not the name of a header. Expected one such as x-total-count`,
  'read-forbidden': ({ name }: Facts) => `browsers never expose ${name} to scripts. Send the value in another header`,
  'option-invalid': ({ name, given }: Facts) => `${name} must be a whole number above 0, got ${given}`,
  'record-unreadable': () =>
    'cannot read this text. Pass a HAR file, the output of curl -v or curl -i, headers copied from the network panel, or a console message',
}
