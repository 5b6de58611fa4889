/** What CORS does not decide and a browser does, by the code of the note. */

interface OfUrl {
  readonly url: string
}

interface Cookies extends OfUrl {
  readonly names: readonly string[]
}

export const NOTE_TEXTS = {
  'mixed-content-upgraded': ({ url }: OfUrl) =>
    `The page is https, so the browser requests ${url} over https. There is no response if the server does not speak https.`,
  'mixed-content-loopback': ({ url }: OfUrl) =>
    `Safari blocks ${url} as mixed content, because the page is https. Chrome and Firefox allow http to the user's own machine.`,
  'mixed-content-displayed': ({ url }: OfUrl) =>
    `Chrome and Firefox load ${url} over http and mark the https page as not fully secure, because its host is an IP address. Use a name with a certificate.`,
  'mixed-content-local': ({ url }: OfUrl) =>
    `Chrome 142 and later asks the user instead of blocking ${url}, because it is in a local network. Firefox and Safari block it.`,
  'local-network-access': ({ url, space, secure }: LocalNetwork) =>
    secure
      ? `Chrome 142 and later asks the user before a public page may reach ${url}. Without permission the console says "Permission was denied for this request to access the \`${space}\` address space".`
      : `Chrome 142 and later blocks ${url} for a public page that is not https, because it is in the \`${space}\` address space. Serve the page over https.`,
  'cookie-third-party': ({ page, url }: OfUrl & { readonly page: string }) =>
    `${url} and ${page} are different sites. Only cookies with SameSite=None; Secure are sent, and Safari, Firefox and many users' settings block or isolate those too.`,
  'cookie-same-site': ({ names, url }: Cookies) =>
    `The browser does not keep ${list(names)} of ${url} for this page, because the sites differ. Set SameSite=None; Secure.`,
  'cookie-over-http': ({ url, names }: Cookies) =>
    names.length === 0
      ? `${url} is plain http: cookies with Secure are not sent, and anyone on the network path can read the others. Use https.`
      : `${url} sets ${list(names)} over plain http, where anyone on the network path can read and change cookies. Use https.`,
  'cookie-ignored': ({ names }: { readonly names: readonly string[] }) =>
    `The browser ignores Set-Cookie (${names.join(', ')}), because the request is sent without credentials. Use credentials: 'include' if the page needs the cookie.`,
  'opaque-response-blocking': ({ type }: { readonly type: string }) =>
    `The Content-Type is ${type}. Chrome and Firefox withhold such a response from elements and no-cors requests of another origin (opaque response blocking).`,
  'embedder-policy': () =>
    'A page with Cross-Origin-Embedder-Policy: require-corp does not get this response, because it has no Cross-Origin-Resource-Policy.',
  'font-without-cors': () =>
    'Safari requests fonts without CORS, with cookies, and uses them whatever the server says. Chrome and Firefox need the CORS headers.',
  'websocket-origin': () =>
    'CORS does not protect WebSockets: any page may open one, with cookies. The server has to check the Origin header, for example with policy.allows(origin).',
}

interface LocalNetwork extends OfUrl {
  readonly space: 'loopback' | 'local'
  readonly secure: boolean
}

function list(names: readonly string[]): string {
  return `the cookie${names.length === 1 ? '' : 's'} ${names.join(', ')}`
}
