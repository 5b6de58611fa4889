/** What would help a request that failed, by the code of the fix. */

type On = 'preflight' | 'actual'

interface HeaderChange {
  readonly on: On
  readonly field: string
  readonly value: string
}

interface OriginChange {
  readonly path: string
  readonly insecure: boolean
}

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'

export const FIX_TEXTS = {
  'set-allow-origin': ({ on, value }: HeaderChange) =>
    `answer ${the(on)} with ${ALLOW_ORIGIN}: ${value} (if you trust it) and Vary: Origin`,
  'set-header': ({ on, field, value }: HeaderChange) => `answer ${the(on)} with ${field}: ${value}`,
  'set-status': ({ on, value }: HeaderChange) => `answer ${the(on)} with the status ${value}`,
  'add-to-list': ({ on, field, value }: HeaderChange) => `add ${value} to ${field} in the response to ${the(on)}`,
  'remove-header': ({ on, field }: HeaderChange) => `remove ${field} from the response to ${the(on)}`,

  'omit-credentials': () => 'send the request without credentials if it needs none',
  'final-url': ({ because }: { readonly because: 'preflight' | 'origin' | 'stream' }) =>
    `request the final URL directly: ${FINAL_URL[because]}`,
  'real-origin': () =>
    'serve the page from a real origin: sandboxed iframes and local files send Origin: null, which any site can do',
  'upper-case-method': ({ method }: { readonly method: string }) =>
    `write the method as '${method}': browsers do not change its case`,
  'cors-mode': () => "set the request's mode to 'cors'",
  'crossorigin-attribute': ({ element }: { readonly element: string }) =>
    `give the ${element} the attribute crossorigin='anonymous' or 'use-credentials'`,
  'follow-redirects': () => "set the request's redirect mode to 'follow'",
  'credentials-in-header': () => 'remove user name and password from the URL, and send an Authorization header',
  'redirect-without-credentials': () => 'let the server redirect to a URL without user name and password',
  'other-method': ({ method }: { readonly method: string }) => `use another method: scripts cannot send ${method}`,
  'https-url': ({ url }: { readonly url: string }) => `serve ${url} over https, and request it there`,
  'use-fetch': () => 'use fetch() if a script has to read the response',
  'https-page': ({ origin }: { readonly origin: string }) =>
    `serve '${origin}' over https: with credentials, plain http exposes the data to anyone on the network path`,
  'own-subdomains': ({ origin }: { readonly origin: string }) =>
    `list your own subdomains instead of '${origin}': anyone can register one and read the data`,
  'not-configurable': ({ reason }: { readonly reason: string }) => `no config allows this: ${reason}`,
  'unreadable-header': ({ name }: { readonly name: string }) =>
    `do not read ${name}: browsers never expose it to scripts`,

  'add-entry': ({ path, value }: { readonly path: string; readonly value: string }) => `add '${value}' to ${path}`,
  'add-origin': ({ path, value, insecure }: OriginChange & { readonly value: string }) =>
    `add '${value}' to ${path}, if you trust it${caution(insecure)}`,
  'list-origins': ({ path, value, insecure }: OriginChange & { readonly value: readonly string[] }) =>
    `replace '*' with ${path}: ${show(value)}, if you trust them${caution(insecure)}. Browsers reject '*' with credentials`,
  'set-credentials': ({ path }: { readonly path: string }) => `set ${path}: true`,
  'list-exposed': ({ path, value }: { readonly path: string; readonly value: readonly string[] }) =>
    `replace '*' with ${path}: ${show(value)}. With credentials browsers read '*' as a literal header name`,
}

const FINAL_URL = {
  preflight: 'browsers do not follow redirects of a preflight',
  origin: 'a cross-origin redirect sets Origin to null',
  stream: 'a stream cannot be sent twice',
}

function the(on: On): string {
  return on === 'preflight' ? 'the preflight' : 'the request'
}

function caution(insecure: boolean): string {
  return insecure ? ' (it is plain http: anyone on the network path can read along)' : ''
}

function show(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`
}
