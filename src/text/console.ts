/**
 * What the engines write, word for word, so that a person who has one of these lines finds it again. The wording is that
 * of 2026: engines change it as they like.
 */

/** Follows what is said of a value that is there, and wrong; of elements' requests it is not said. */
const VALID = ' Have the server send the header with a valid value.'

/** Chromium: `cors_error_string.cc` and `mixed_content_checker.cc`. */
export const CHROMIUM = {
  access: (noun: string, url: string, firstUrl: string, page: string, text: string) =>
    `Access to ${noun} at '${url}' ${url === firstUrl ? '' : `(redirected from '${firstUrl}') `}from origin '${page}' has been blocked by CORS policy: ${text}`,
  preflight: (text: string) => `Response to preflight request doesn't pass access control check: ${text}`,
  preflightRedirect: 'Redirect is not allowed for a preflight request.',
  missing: "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  wildcard:
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  multiple: (value: string, byScript: boolean) =>
    `The 'Access-Control-Allow-Origin' header contains multiple values '${value}', but only one is allowed.${valid(byScript)}`,
  mismatch: (value: string, byScript: boolean) =>
    `The 'Access-Control-Allow-Origin' header has a value '${value}' that is not equal to the supplied origin.${valid(byScript)}`,
  invalid: (value: string, byScript: boolean) =>
    `The 'Access-Control-Allow-Origin' header contains the invalid value '${value}'.${valid(byScript)}`,
  credentials: (value: string) =>
    `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value}' which must be 'true' when the request's credentials mode is 'include'.`,
  notOk: 'It does not have HTTP ok status.',
  unreadable: (name: string) => `Cannot parse ${name} response header field in preflight response.`,
  method: (method: string) => `Method ${method} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  header: (name: string) =>
    `Request header field ${name} is not allowed by Access-Control-Allow-Headers in preflight response.`,
  // Chromium leaves the place for the URL empty.
  userInRedirect:
    "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
  scheme:
    'Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.',
  resourcePolicy: (method: string, url: string, which: string) =>
    `${method} ${url} net::ERR_BLOCKED_BY_RESPONSE.${which}`,
  canvas: "Failed to execute 'toDataURL' on 'HTMLCanvasElement': Tainted canvases may not be exported.",
  mixed: (page: string, noun: string, url: string) =>
    `Mixed Content: The page at '${page}' was loaded over HTTPS, but requested an insecure ${noun} '${url}'. This request has been blocked; the content must be served over HTTPS.`,
  mixedSocket: (page: string, url: string) =>
    `Mixed Content: The page at '${page}' was loaded over HTTPS, but attempted to connect to the insecure WebSocket endpoint '${url}'. This request has been blocked; this endpoint must be available over WSS.`,
}

function valid(byScript: boolean): string {
  return byScript ? VALID : ''
}

/** Firefox: `security.properties` of its DOM. With a bracket that is open, because a status follows it. */
export const FIREFOX = {
  blocked: (url: string, reason: string) =>
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${reason}`,
  failed: 'CORS request did not succeed). Status code: (null).',
  missing: (status: number) => `CORS header ‘Access-Control-Allow-Origin’ missing). Status code: ${status}.`,
  wildcard: 'Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
  multiple: 'Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).',
  mismatch: (value: string) => `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${value}’).`,
  credentials: 'expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).',
  redirected: 'CORS request external redirect not allowed).',
  notOk: (status: number) => `CORS preflight response did not succeed). Status code: ${status}.`,
  token: (token: string, name: string) => `invalid token ‘${token}’ in CORS header ‘${name}’).`,
  method: 'Did not find method in CORS header ‘Access-Control-Allow-Methods’).',
  header: (name: string) =>
    `header ‘${name}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
  scheme: 'CORS request not http).',
  authorization: (url: string) =>
    `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${url} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`,
  resourcePolicy: (url: string) =>
    `The resource at “${url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`,
  canvas: 'SecurityError: The operation is insecure.',
  mixed: (url: string) => `Blocked loading mixed active content “${url}”`,
}

/** WebKit: `CrossOriginAccessControl.cpp`, `NetworkLoadChecker.cpp` and `MixedContentChecker.cpp`. */
export const WEBKIT = {
  preflightStatus: (status: number) => `Preflight response is not successful. Status code: ${status}`,
  resourcePolicy: (url: string) =>
    `Cancelled load to ${url} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
  canvas: 'SecurityError: The operation is insecure.',
  redirect: (url: string) => `Not allowed to follow a redirection while loading ${url}`,
  redirectCount: 'Load cannot follow more than 20 redirections',
  denied: (url: string, why: string) =>
    `Cross-origin redirection to ${url} denied by Cross-Origin Resource Sharing policy: ${why}`,
  userInRedirect: (url: string) => `redirection URL ${url} has credentials`,
  ftp: 'FTP URLs are disabled',
  scheme: 'not allowed to follow a cross-origin CORS redirection with non CORS scheme',
  wildcard: 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
  multiple: 'Access-Control-Allow-Origin cannot contain more than one origin.',
  origin: (origin: string, status: number) =>
    `Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: ${status}`,
  credentials: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
  method: (method: string) => `Method ${method} is not allowed by Access-Control-Allow-Methods.`,
  header: (name: string) => `Request header field ${name} is not allowed by Access-Control-Allow-Headers.`,
  unreadable: (name: string, value: string) => `Header ${name} has an invalid value: ${value}`,
  mixed: (page: string, url: string) =>
    `[blocked] The page at ${page} requested insecure content from ${url}. This content was blocked and must be served over HTTPS.`,
}
