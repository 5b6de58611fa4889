import type { FindingText } from './finding-text.js'

const VARY = {
  app: 'Send Vary: Origin with every response, also where there is no Origin, and on errors.',
  nginx: "Add 'add_header Vary Origin always;' in each location that has add_header lines.",
  cdn: 'Put Origin into the cache key (CloudFront: a cache policy with the Origin header), and have the origin server send Vary: Origin.',
  'load-balancer': 'Have the app send Vary: Origin, and do not delete it on the way.',
  'api-gateway': 'Add Vary: Origin to the responses; in API caching, make Origin a cache key.',
}

export const CACHE_TEXTS = {
  'cached-without-cors': {
    severity: 'error',
    title: 'A cache hands out a copy without CORS headers, made for a request that had no Origin',
    sees: 'It works and it does not: whoever comes after an <img> or a crawler gets no Access-Control-Allow-Origin; canvases are tainted, fonts missing.',
    fix: {
      ...VARY,
      app: 'Send Vary: Origin with every response, also without Origin; then purge the cache.',
      nginx:
        'Let the app send Vary: Origin, on every response (proxy_cache keeps copies apart by it), or put $http_origin into proxy_cache_key; then empty the cache.',
      cdn: 'Put Origin into the cache key (CloudFront: a cache policy with the Origin header), have the origin server send Vary: Origin, and purge.',
    },
  },
  'cached-for-another-origin': {
    severity: 'error',
    title: 'A cache hands out a copy made for another origin: {value}',
    sees: 'It works on one site and not on the other, depending on who came first.',
    fix: { ...VARY, app: 'Send Vary: Origin with every response; then purge the cache.' },
  },
  'vary-missing': {
    severity: 'warning',
    title: 'Vary: Origin is missing: a cache may give one site the copy of another',
    sees: 'Nothing, until a cache (also that of the browser) serves two sites: then one of them is blocked.',
    fix: VARY,
  },
  'vary-missing-without-origin': {
    severity: 'warning',
    title: 'Vary: Origin is missing where the request has no Origin: a cache may give that copy to a page',
    sees: 'Nothing, until an <img> loads the URL first: then a canvas, a font or fetch() gets the copy without CORS headers.',
    fix: VARY,
  },
  'vary-missing-error': {
    severity: 'warning',
    title: 'Vary: Origin is missing on errors',
    sees: 'Nothing, until a cache keeps a 404: then another site sees a CORS failure in place of it.',
    fix: VARY,
  },
  'vary-missing-preflight': {
    severity: 'note',
    title: "Vary: Origin is missing on the preflight's answer",
    sees: 'Nothing: browsers and most caches do not keep answers to OPTIONS. A CDN that is told to, does.',
    fix: VARY,
  },
  'error-without-cors': {
    severity: 'warning',
    title: 'CORS headers are missing on errors ({status})',
    sees: 'A CORS failure in the console in place of the error: the page never learns the status, nor the message.',
    fix: {
      app: 'Set the headers before anything can fail: register CORS first, and for the whole app, so that 404 and 500 have them too.',
      nginx: 'Write always behind add_header: without it nginx adds nothing to errors.',
      cdn: "Have custom error pages and the firewall's answers carry the headers: a response headers policy covers them.",
      'load-balancer':
        "The load balancer's own errors (502, 503, 504) carry no CORS headers: add them to its error pages, or read its log for the status.",
      'api-gateway': "Add the headers to the gateway's own responses (DEFAULT_4XX, DEFAULT_5XX).",
    },
  },
  'no-response': {
    severity: 'error',
    title: 'The request itself gets no answer',
    sees: "The console says 'Failed to fetch' and net::ERR_…: it is no matter of CORS.",
    fix: { app: 'See why the server does not answer GET here; a page would not get any further.' },
  },
  'redirect-cross-origin': {
    severity: 'error',
    title: "The request is redirected from {from} to {to}: there the Origin is 'null'",
    sees: 'The console says that the request to the last URL, redirected from the first, has been blocked by CORS policy.',
    fix: {
      app: 'Let the page ask for the last URL at once. Do not allow null: any site can have that origin.',
      cdn: 'Let the page ask for the last URL at once, or have the CDN fetch it instead of redirecting.',
    },
  },
  'redirect-refused': {
    severity: 'error',
    title: 'The request fails at the redirect: {detail}',
    sees: 'The console says that the redirect failed or is not allowed.',
    fix: {
      app: 'Let the page ask for the last URL at once; or mend the redirect: one absolute URL in Location, https, without user name and password, and CORS headers there too.',
    },
  },
  'two-layers': {
    severity: 'warning',
    title: 'Two layers add CORS headers: {names} comes twice',
    sees: "Now and then something breaks that neither layer's settings explain: a browser reads both lines as one value.",
    fix: {
      app: 'One layer sets CORS headers, the others leave them alone.',
      nginx: "Delete the add_header Access-Control-* lines, or drop the app's with proxy_hide_header.",
      cdn: 'Let the response headers policy override what the origin sends, or remove it.',
      'api-gateway': 'Turn CORS of the gateway off, or remove it from the app.',
    },
  },
} as const satisfies Record<string, FindingText>
