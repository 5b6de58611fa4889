interface Stranger {
  readonly origin: string
  readonly credentials: boolean
}

const reads = ({ credentials }: Stranger) =>
  `read this URL's responses${credentials ? " with the visitor's cookies" : ', without cookies'}`
const COMPARE =
  'Compare the whole Origin with a list, not with startsWith, endsWith, includes or a regular expression with an unescaped dot. Do not allow every name below a shared domain such as vercel.app.'

/** Who else gets in, and cookies. */
export const SECURITY_TEXTS = {
  'origin-reflected': {
    title: ({ origin }: Stranger) => `Any origin is allowed: the server reflects ${origin}`,
    impact: (item: Stranger) => `None visible, but any site can ${reads(item)}.`,
    fix: () => ({
      app: 'List the origins that you trust. (cors and @fastify/cors reflect with origin: true, and FastAPI does with allow_origins=["*"] and credentials.)',
      nginx: 'Do not copy $http_origin into the header: choose with a map of $http_origin.',
      cdn: 'List the origins in the response headers policy.',
      'api-gateway': 'List the origins in the CORS settings.',
    }),
  },
  'near-miss-accepted': {
    title: ({ origin }: Stranger) => `${origin} is allowed, which only looks like the page's origin`,
    impact: (item: Stranger) => `None visible, but anyone who registers such a name can ${reads(item)}.`,
    fix: () => ({
      app: COMPARE,
      nginx: 'Anchor and escape the regular expressions of the map: ~^https://([a-z0-9-]+\\.)?example\\.com$',
      'api-gateway': COMPARE,
    }),
  },
  'scheme-not-checked': {
    title: ({ origin }: Stranger) => `The same host over plain http is allowed: ${origin}`,
    impact: (item: Stranger) =>
      `None visible, but anyone on the same network can serve such a page and ${reads(item)}.`,
    fix: () => ({ app: 'Compare the scheme too: only list https:// origins.' }),
  },
  'port-not-checked': {
    title: ({ origin }: Stranger) => `Other ports of the host are allowed: ${origin}`,
    impact: (item: Stranger) => `None visible, but any other program on that host can ${reads(item)}.`,
    fix: () => ({ app: 'Compare the port too.' }),
  },
  'null-accepted': {
    title: () => 'The origin null is allowed',
    impact: (item: Stranger) =>
      `None visible, but any site can send that origin from a sandboxed iframe and ${reads(item)}.`,
    fix: () => ({
      app: 'Remove null from the allowed origins. For local files and apps, serve the page from a real origin.',
      nginx: 'Remove null from the map of $http_origin.',
    }),
  },
  'cookie-over-http': {
    title: () => 'Cookies travel over plain http',
    impact: () =>
      'Anyone on the network path can read and set them. Cookies with Secure are not sent, so users look logged out.',
    fix: () => ({ app: 'Serve the API over https, and set Secure on the cookies.' }),
  },
  'cookie-not-cross-site': {
    title: ({ names, origin }: { names: readonly string[]; origin: string }) =>
      `Browsers do not keep the cookie ${names.join(', ')} for ${origin}, a page of another site: it is not SameSite=None; Secure`,
    impact: () => 'The login succeeds, and the next request is not logged in.',
    fix: () => ({
      app: 'Set SameSite=None; Secure, and expect browsers that block third-party cookies. Or serve the API from a subdomain of the site.',
    }),
  },
  'cookie-ignored': {
    title: ({ names }: { names: readonly string[] }) =>
      `The server sets the cookie ${names.join(', ')}, and the page sends no credentials`,
    impact: () => 'Browsers ignore the cookie.',
    fix: () => ({
      page: "Set credentials: 'include' if the page needs the cookie, and run the doctor with --credentials.",
    }),
  },
}
