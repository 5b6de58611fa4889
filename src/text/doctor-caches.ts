const VARY = {
  app: 'Send Vary: Origin with every response: without Origin and on errors too.',
  nginx: "Add 'add_header Vary Origin always;' in each location that has add_header lines.",
  cdn: 'Put Origin into the cache key (CloudFront: a cache policy with the Origin header), and have the server send Vary: Origin.',
  'load-balancer': 'Have the app send Vary: Origin, and do not delete it on the way.',
  'api-gateway': 'Add Vary: Origin to the responses. In API caching, make Origin a cache key.',
}
const vary = () => VARY
const purge = () => ({
  ...VARY,
  app: `${VARY.app} Then purge the cache.`,
  nginx:
    'Have the app send Vary: Origin with every response, or put $http_origin into proxy_cache_key. Then empty the cache.',
  cdn: `${VARY.cdn} Then purge the cache.`,
})
interface Proof {
  readonly proof: string
}
const because = ({ proof }: Proof) => (proof === '' ? '' : ` (${proof})`)

/** Caches, and servers that do not agree. */
export const CACHE_TEXTS = {
  'cached-without-cors': {
    title: (item: Proof) =>
      `A cache serves a copy without CORS headers, stored for a request without Origin${because(item)}`,
    impact: () =>
      'It works intermittently: after an <img> or a crawler has filled the cache, pages get a copy without Access-Control-Allow-Origin; canvases are tainted and fonts fail to load.',
    fix: purge,
  },
  'cached-for-another-origin': {
    title: (item: Proof & { value: string }) =>
      `A cache serves one site the copy of another, ${item.value}${because(item)}`,
    impact: () => 'It works on one site and not on the other, depending on who came first.',
    fix: purge,
  },
  'cacheable-without-cors': {
    title: () =>
      'Without Origin the response has neither Access-Control-Allow-Origin nor Vary: Origin, and may be cached',
    impact: () =>
      'It works until an <img> loads the URL first: then the browser or a CDN gives that copy to a canvas, a font or fetch(), and it is blocked.',
    fix: () => ({
      ...VARY,
      bucket:
        'The bucket only sends Vary where there is an Origin. Add Vary: Origin in the CDN in front, or load the image with crossorigin everywhere.',
      page: 'Load the URL with the attribute crossorigin everywhere, so that every copy has the header.',
    }),
  },
  'instances-differ': {
    title: ({ good, bad, preflight }: { good: number; bad: number; preflight: boolean }) =>
      `The same ${preflight ? 'preflight' : 'request'} gets different answers: ${good} of ${good + bad} pass, and no cache is involved`,
    impact: () => 'It works now and then, depending on which server answers.',
    fix: () => ({
      app: 'Deploy the same version and the same CORS settings to every instance.',
      'load-balancer': 'Compare the targets behind the load balancer: one of them has other CORS settings.',
    }),
  },
  'vary-missing': {
    title: () => 'Vary: Origin is missing, so a cache may give one site the copy of another',
    impact: () => 'It works until a cache, also that of the browser, serves two sites: then one of them is blocked.',
    fix: vary,
  },
  'vary-missing-without-origin': {
    title: () => 'Vary: Origin is missing where the request has no Origin, so a cache may give that copy to a page',
    impact: () =>
      'It works until an <img> loads the URL first: then a canvas, a font or fetch() gets the copy without CORS headers.',
    fix: vary,
  },
  'vary-missing-error': {
    title: () => 'Vary: Origin is missing on errors',
    impact: () => 'It works until a cache keeps a 404: then another site sees a CORS failure instead.',
    fix: vary,
  },
  'vary-missing-preflight': {
    title: () => 'Vary: Origin is missing on the response to the preflight',
    impact: () => 'Browsers and most caches do not store responses to OPTIONS. A CDN that is told to does.',
    fix: vary,
  },
  'error-without-cors': {
    title: ({ status }: { status: number }) => `CORS headers are missing on errors (${status})`,
    impact: () =>
      'The console shows a CORS failure instead of the error: the page never learns the status or the message.',
    fix: () => ({
      app: 'Register CORS first and for the whole app, so that 404 and 500 have the headers too.',
      nginx: "Add 'always' to add_header: without it nginx adds nothing to errors.",
      apache: "Write 'Header always set': without 'always' Apache adds nothing to errors.",
      cdn: 'Add the headers to custom error pages and to the responses of the firewall (CloudFront: a response headers policy).',
      'load-balancer':
        'The errors of the load balancer itself (502, 503, 504) have no CORS headers. Add them to its error pages.',
      'api-gateway': "Add the headers to the gateway's own responses (AWS: DEFAULT_4XX and DEFAULT_5XX).",
    }),
  },
  'redirect-cross-origin': {
    title: ({ from, to }: { from: string; to: string }) =>
      `The request is redirected from ${from} to ${to}, and arrives with Origin: null`,
    impact: () =>
      'The console says that the request to the last URL, redirected from the first, has been blocked by CORS policy.',
    fix: () => ({
      page: 'Request the final URL directly. Do not allow null on the server: any site can send it.',
      cdn: 'Have the CDN fetch the URL instead of redirecting, or request the final URL directly.',
    }),
  },
  'redirect-without-cors': {
    title: ({ status, location }: { status: number; location: string }) =>
      `The request is redirected (${status === 0 ? '' : `${status} `}to ${location}), and the redirect has no CORS headers`,
    impact: () =>
      "The console says that no 'Access-Control-Allow-Origin' header is present, and shows the URL before the redirect.",
    fix: () => ({
      page: 'Request the final URL directly. Check the scheme, the host and the trailing slash.',
      app: 'Use the final URL in the page (check the trailing slash), or register CORS before what redirects.',
    }),
  },
  'redirect-refused': {
    title: ({ detail }: { detail: string }) => `The request fails at a redirect. ${detail}`,
    impact: () => 'The console says that the redirect failed or is not allowed.',
    fix: () => ({
      app: 'Request the final URL directly, or fix the redirect: one absolute https URL in Location, without user name and password, and with CORS headers at both ends.',
    }),
  },
}
