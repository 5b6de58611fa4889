/** What the steps of a request say, by the code of the fact. */

type Subject = { readonly subject: string }

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials'
const ALLOW_METHODS = 'Access-Control-Allow-Methods'
const ALLOW_HEADERS = 'Access-Control-Allow-Headers'
const WITH_CREDENTIALS = 'browsers ignore * when credentials are included'

/** What a step says that the request passed. */
export const PASSED_TEXTS = {
  'same-origin': ({ target }: { readonly target: string }) =>
    `${target} is the page's own origin, so CORS does not apply`,
  'cross-origin': ({ target, origin, back, cors }: CrossOrigin) => {
    const where = back
      ? `The request comes back to ${target} from another origin`
      : `${target} is not the page's origin ${origin}`
    return cors
      ? `${where}, and the mode is cors: the server has to allow the page`
      : `${where}, and the mode is no-cors: the browser sends it without CORS, and no script can read the response`
  },
  navigation: ({ target }: { readonly target: string }) =>
    `The browser goes to ${target}. CORS does not apply to forms and links`,
  handshake: ({ target, origin }: { readonly target: string; readonly origin: string }) =>
    `The page at ${origin} opens a WebSocket to ${target}. CORS does not apply, so the server has to check the Origin header`,
  'method-normalized': ({ from, to }: { readonly from: string; readonly to: string }) =>
    `The browser sends the method ${from} as ${to}`,
  'headers-dropped': ({ names, noCors }: { readonly names: readonly string[]; readonly noCors: boolean }) =>
    noCors
      ? `The browser drops ${names.join(', ')}: in no-cors mode a script can only set CORS-safelisted headers`
      : `The browser drops ${names.join(', ')}: scripts cannot set ${names.length === 1 ? 'this header' : 'these headers'}`,
  'body-dropped': ({ method }: { readonly method: string }) =>
    `XMLHttpRequest drops the body: a ${method} request has none`,
  'preflight-not-needed': () => 'No preflight: the method and all headers are CORS-safelisted',
  'event-source': () => 'No preflight: an EventSource sends a GET with CORS-safelisted headers only',
  'preflight-needed': ({ method, upload, headers }: PreflightNeed) => {
    const reasons = [
      ...(method === null ? [] : [`the method ${method} is not CORS-safelisted`]),
      ...(upload ? ['the body is a stream, or the script listens for upload progress'] : []),
      ...(headers.length === 0
        ? []
        : [`these headers are not CORS-safelisted with these values: ${headers.join(', ')}`]),
    ]
    return `The request needs a preflight, because ${reasons.join(', and ')}`
  },
  'preflight-remembered': () => 'No preflight is sent: the browser remembers an earlier one that allows the request',
  'allow-origin-any': () => `${ALLOW_ORIGIN} is *, which allows every page`,
  'allow-origin-matches': ({ origin, credentials }: { readonly origin: string; readonly credentials: boolean }) =>
    credentials ? `${ALLOW_ORIGIN} is ${origin}, and ${ALLOW_CREDENTIALS} is true` : `${ALLOW_ORIGIN} is ${origin}`,
  'status-ok': ({ status }: { readonly status: number }) => `The status is ${status}, which is ok`,
  'lists-readable': () => `${ALLOW_METHODS} and ${ALLOW_HEADERS} are valid lists or absent`,
  'method-allowed': ({ method, by }: { readonly method: string; readonly by: 'name' | 'safelist' | 'wildcard' }) => {
    if (by === 'name') return `${ALLOW_METHODS} contains ${method}`
    return by === 'wildcard'
      ? `${ALLOW_METHODS} contains *`
      : `${method} is CORS-safelisted, so ${ALLOW_METHODS} does not have to contain it`
  },
  'authorization-absent': () => 'The request has no Authorization header',
  'authorization-named': () => `${ALLOW_HEADERS} contains authorization`,
  'headers-allowed': ({ wildcard }: { readonly wildcard: boolean }) =>
    wildcard ? `${ALLOW_HEADERS} contains *` : `${ALLOW_HEADERS} contains every requested header`,
  'max-age': ({ seconds }: { readonly seconds: number }) => `The browser remembers the preflight for ${seconds} s`,
  'cache-fresh': ({ age, lifetime }: { readonly age: number; readonly lifetime: number | null }) =>
    lifetime === null
      ? 'The browser takes the response from its HTTP cache, where it does not expire'
      : `The browser takes the response from its HTTP cache: it is ${age} s old, and fresh for ${lifetime} s`,
  'cache-vary': ({ field }: { readonly field: string }) =>
    `The HTTP cache has a response for another value of ${field}, which Vary names, so the browser asks the server`,
  'cache-stale': ({ revalidates }: { readonly revalidates: boolean }) =>
    revalidates
      ? 'The cached response is stale, so the browser asks the server whether it is still valid'
      : 'The cached response is stale, so the browser asks the server again',
  'cache-validated': () => 'The status is 304: the browser uses its cached response, with the new headers of the 304',
  'misdirected-retry': () => 'The status is 421, so the browser sends the request once more over a new connection',
  'integrity-unknown': () => 'The browser compares the body with the integrity hash, which is not modelled',
  'resource-policy-passed': ({ policy }: { readonly policy: string | null }) =>
    policy === null
      ? 'The response has no Cross-Origin-Resource-Policy'
      : `Cross-Origin-Resource-Policy is ${policy}, which allows this page`,
  'redirect-scheme-ok': ({ scheme }: { readonly scheme: string }) => `The scheme of the new URL is ${scheme}`,
  'redirect-counted': ({ count, limit }: { readonly count: number; readonly limit: number }) =>
    `Redirect ${count} of at most ${limit}`,
  'redirect-without-credentials': () => 'The new URL contains no user name or password',
  'redirect-same-origin-credentials': () =>
    'The new URL contains a user name or a password, which is allowed within an origin',
  'redirect-body-sent': () => 'The body can be sent again, or there is none',
  redirected: ({ url, method, authorization, nullOrigin }: Redirected) => {
    const changes = [
      `The browser follows to ${url}`,
      ...(method === null ? [] : [`the method becomes ${method}, without a body`]),
      ...(authorization ? ['Authorization is removed, because the origin changes'] : []),
      ...(nullOrigin ? ['the Origin header becomes null, because another origin redirects across origins'] : []),
    ]
    return changes.join('; ')
  },
  'response-visible': ({ status, hidden }: { readonly status: number; readonly hidden: readonly string[] }) =>
    hidden.length === 0
      ? `The script can read the status ${status} and every header`
      : `The script can read the status ${status} and all headers except ${hidden.join(', ')}`,
  'socket-open': () => 'The WebSocket is open: the script can read what the server sends',
}

interface CrossOrigin {
  readonly target: string
  readonly origin: string
  readonly back: boolean
  readonly cors: boolean
}

interface PreflightNeed {
  readonly method: string | null
  readonly upload: boolean
  readonly headers: readonly string[]
}

interface Redirected {
  readonly url: string
  readonly method: string | null
  readonly authorization: boolean
  readonly nullOrigin: boolean
}

/** What a step says at which the browser stopped. */
export const FAILED_TEXTS = {
  'url-invalid': ({ subject }: Subject) => `'${subject}' is not a URL`,
  'url-credentials': () => 'The URL contains credentials, and scripts may not fetch such URLs',
  'method-invalid': ({ subject }: Subject) => `'${subject}' is not a method`,
  'method-forbidden': ({ subject }: Subject) => `Scripts cannot use the method ${subject}`,
  'method-not-safelisted': ({ subject }: Subject) =>
    `In no-cors mode a script can only use GET, HEAD and POST, not ${subject}`,
  'header-invalid': ({ subject, part }: Subject & { readonly part: 'name' | 'value' }) =>
    part === 'name'
      ? `'${subject}' is not a valid header name`
      : `The value of ${subject} contains a character that no header can carry`,
  'body-with-get': ({ subject }: Subject) => `A ${subject} request cannot have a body`,
  'stream-mode': () => 'A stream cannot be sent in no-cors mode',
  'mixed-content': ({ subject }: Subject) =>
    `The page is https and ${subject} is not: browsers block this as mixed content`,
  'mode-same-origin': ({ subject, origin }: Subject & { readonly origin: string }) =>
    `${subject} is not the page's origin ${origin}, and the mode is same-origin`,
  'mode-no-cors-redirect': ({ subject }: Subject) =>
    `In no-cors mode the redirect mode has to be follow, not ${subject}`,
  'scheme-not-http': ({ subject }: Subject) => `The scheme of ${subject} is neither http nor https`,
  'network-error': ({ preflight }: { readonly preflight: boolean }) =>
    preflight ? 'The preflight got no response' : 'The request got no response',
  'stream-unauthorized': () => 'The status is 401, and a stream cannot be sent again with credentials',
  'allow-origin-missing': () => `The response has no ${ALLOW_ORIGIN}`,
  'allow-origin-wildcard': () => `${ALLOW_ORIGIN} is *, which browsers ignore when credentials are included`,
  'allow-origin-multiple': ({ subject }: Subject) => `${ALLOW_ORIGIN} has more than one value: '${subject}'`,
  'allow-origin-mismatch': ({ subject, origin }: Subject & { readonly origin: string }) =>
    `${ALLOW_ORIGIN} is '${subject}', but the request's origin is '${origin}'`,
  'allow-credentials-missing': () =>
    `The response has no ${ALLOW_CREDENTIALS}, which must be 'true' when credentials are included`,
  'allow-credentials-not-true': ({ subject }: Subject) =>
    `${ALLOW_CREDENTIALS} is '${subject}'; it must be exactly 'true' (lower case) when credentials are included`,
  'preflight-redirect': ({ subject }: Subject) =>
    `The status is ${subject}, and browsers do not follow redirects of a preflight`,
  'preflight-not-ok': ({ subject }: Subject) => `The status is ${subject}; a preflight needs one from 200 to 299`,
  'allow-methods-invalid': ({ subject }: Subject) =>
    `${ALLOW_METHODS} contains '${subject}', which is not a valid method`,
  'allow-headers-invalid': ({ subject }: Subject) =>
    `${ALLOW_HEADERS} contains '${subject}', which is not a valid header name`,
  'method-not-allowed': ({ subject, wildcard }: Subject & { readonly wildcard: boolean }) =>
    `${ALLOW_METHODS} does not contain ${subject}${wildcard ? `, and ${WITH_CREDENTIALS}` : ''}`,
  'authorization-not-allowed': ({ wildcard }: { readonly wildcard: boolean }) =>
    `${ALLOW_HEADERS} does not contain authorization${wildcard ? ', which * does not cover' : ''}`,
  'header-not-allowed': ({ missing, wildcard }: { readonly missing: readonly string[]; readonly wildcard: boolean }) =>
    `${ALLOW_HEADERS} does not contain ${missing.join(', ')}${wildcard ? `, and ${WITH_CREDENTIALS}` : ''}`,
  'resource-policy': ({ subject, origin, embedder }: ResourcePolicy) =>
    embedder === null
      ? `Cross-Origin-Resource-Policy is ${subject}, and the page's origin is ${origin}`
      : `The page's Cross-Origin-Embedder-Policy is ${embedder}, and the response has no Cross-Origin-Resource-Policy`,
  'redirect-error': ({ subject }: Subject) => `The status is ${subject}, and the redirect mode is error`,
  'redirect-manual': ({ subject }: Subject) =>
    `The status is ${subject}, and the redirect mode is manual: the script learns that there is a redirect, and nothing else`,
  'location-invalid': () => 'The Location header is not one URL',
  'redirect-scheme': ({ scheme }: { readonly scheme: string }) =>
    `The scheme of the new URL is ${scheme}; it has to be http or https`,
  'redirect-count': ({ limit }: { readonly limit: number }) => `The request has been redirected ${limit} times already`,
  'redirect-credentials': () =>
    'The new URL contains a user name or a password, which browsers do not accept in a redirect across origins',
  'redirect-stream': ({ status }: { readonly status: number }) =>
    `The status ${status} asks for the body again, but it is a stream and cannot be sent twice`,
  'integrity-opaque': () => 'The element has an integrity attribute, which needs a response that the page may read',
  'handshake-status': ({ subject }: Subject) => `The status is ${subject}; a WebSocket handshake needs 101`,
  'event-source-rejected': ({ status, type }: { readonly status: number; readonly type: string | null }) =>
    `The status is ${status} and the Content-Type is ${type ?? 'absent'}; an EventSource needs 200 and text/event-stream`,
  'response-opaque': () => 'The response is opaque: the script cannot read its status, headers or body',
  'response-navigated': () => 'The browser shows the response as a page. The page that sent the form cannot read it',
  'response-discarded': () => 'sendBeacon() discards the response: no script can read it',
}

interface ResourcePolicy extends Subject {
  readonly origin: string
  readonly embedder: string | null
}
