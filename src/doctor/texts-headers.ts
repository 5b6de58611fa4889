import type { FindingText } from './finding-text.js'

const ONE_LAYER = 'One layer sets CORS headers, the others leave them alone.'
const LIST_ORIGIN = "Set the header to the request's Origin if it is on your list, and add Vary: Origin."
const BLOCKED = 'The console says that the request has been blocked by CORS policy, and the page gets a TypeError.'

export const HEADER_TEXTS = {
  'allow-origin-missing': {
    severity: 'error',
    title: 'Access-Control-Allow-Origin is missing',
    sees: "The console says that no 'Access-Control-Allow-Origin' header is present on the requested resource.",
    fix: {
      app: 'Register CORS for the whole app and before the routes (Express: app.use(cors(…)), not on the route), and add {origin} to its policy if you trust it.',
      nginx:
        'Add the origin to the policy of the app behind; if it does send the header, look for proxy_hide_header. A location with an add_header of its own inherits none; and errors need always.',
      cdn: 'Pass the Origin header on to the origin server (CloudFront: an origin request policy such as CORS-S3Origin), or add a response headers policy with CORS.',
      'load-balancer': 'Add the origin to the policy of the app behind.',
      'api-gateway':
        'Add the origin to the CORS settings; with a proxy integration of a REST API the function itself has to return the header.',
    },
  },
  'allow-origin-doubled': {
    severity: 'error',
    title: 'Access-Control-Allow-Origin comes twice: {value}',
    sees: "The console says that the 'Access-Control-Allow-Origin' header contains multiple values, but only one is allowed.",
    fix: {
      app: `${ONE_LAYER} Remove them here, or in the proxy in front; in the app, register CORS once.`,
      nginx: `${ONE_LAYER} Delete the add_header Access-Control-* lines, or drop the app's with proxy_hide_header.`,
      cdn: `${ONE_LAYER} Let the response headers policy override what the origin sends, or remove it.`,
      'load-balancer': `${ONE_LAYER} Replace (http-response set-header) instead of add.`,
      'api-gateway': `${ONE_LAYER} Turn CORS of the gateway off, or remove it from the app.`,
    },
  },
  'allow-origin-list': {
    severity: 'error',
    title: 'Access-Control-Allow-Origin is a list: {value}',
    sees: 'The console says that the header contains multiple values, but only one is allowed.',
    fix: {
      app: `The header takes one origin. ${LIST_ORIGIN}`,
      nginx: 'The header takes one origin: choose it with a map of $http_origin, and add Vary: Origin.',
      cdn: 'The header takes one origin: use a response headers policy with a list of origins, which picks the one that asks.',
      'api-gateway':
        'The header takes one origin: list several in the settings of an HTTP API, or choose it in the function.',
    },
  },
  'allow-origin-scheme': {
    severity: 'error',
    title: "Access-Control-Allow-Origin is {value}: the page's origin is {origin}, with another scheme",
    sees: BLOCKED,
    fix: {
      app: 'List the origin with the scheme that the page has. Behind a proxy that ends TLS, do not build origins from the scheme of the request.',
    },
  },
  'allow-origin-port': {
    severity: 'error',
    title: "Access-Control-Allow-Origin is {value}: the page's origin is {origin}, with another port",
    sees: BLOCKED,
    fix: { app: 'List the origin with its port, and without one where it is the default (443, 80).' },
  },
  'allow-origin-trailing-slash': {
    severity: 'error',
    title: 'Access-Control-Allow-Origin is {value}, with a slash at its end that no origin has',
    sees: BLOCKED,
    fix: {
      app: 'Remove the slash from the setting: an origin is a scheme, a host and a port.',
      nginx: 'Remove the slash from the add_header line: an origin is a scheme, a host and a port.',
      cdn: 'Remove the slash from the response headers policy.',
      'api-gateway': 'Remove the slash from the allowed origin.',
    },
  },
  'allow-origin-null': {
    severity: 'error',
    title: "Access-Control-Allow-Origin is null, and the page's origin is {origin}",
    sees: BLOCKED,
    fix: { app: `Never send null: any site can have that origin. ${LIST_ORIGIN}` },
  },
  'allow-origin-other': {
    severity: 'error',
    title: "Access-Control-Allow-Origin is {value}, which is not the page's {origin}",
    sees: BLOCKED,
    fix: {
      app: LIST_ORIGIN,
      nginx: 'Choose the origin with a map of $http_origin, and add Vary: Origin.',
      cdn: 'Pass Origin on to the origin server and put it into the cache key, or list the origin in the response headers policy.',
      'api-gateway': 'List the origin in the CORS settings; a REST API with several has to choose in the function.',
    },
  },
  'allow-origin-wildcard-credentials': {
    severity: 'error',
    title: 'Access-Control-Allow-Origin is *, and the request carries credentials',
    sees: "The console says that the header must not be the wildcard '*' when the request's credentials mode is 'include'.",
    fix: {
      app: 'List the origins, and allow credentials; or send the request without credentials. Do not reflect every Origin instead.',
      nginx:
        'Choose the origin with a map of $http_origin, add Access-Control-Allow-Credentials true, and Vary: Origin.',
      cdn: 'List the origins in the response headers policy, with credentials.',
      'api-gateway': 'List the origins in the CORS settings, with allow credentials.',
    },
  },
  'allow-credentials-missing': {
    severity: 'error',
    title: 'Access-Control-Allow-Credentials is missing, and the request carries credentials',
    sees: "The console says that the value of the header is '' and must be 'true'.",
    fix: {
      app: 'Set credentials: true in the CORS policy, for preflights and for responses; or send the request without.',
    },
  },
  'allow-credentials-not-true': {
    severity: 'error',
    title: "Access-Control-Allow-Credentials is '{value}' instead of true",
    sees: "The console says that the value of the header must be 'true'.",
    fix: {
      app: 'Send true, in just these letters and once; leave the header out instead of sending false.',
      nginx: 'Send true, once: if the app sends it as well, delete one of the two.',
    },
  },
  'authorization-not-covered': {
    severity: 'error',
    title: 'Access-Control-Allow-Headers does not name authorization{hint}',
    sees: 'The console says that the request header field authorization is not allowed.',
    fix: {
      app: 'Name authorization among the allowed headers, also beside *.',
      nginx: 'Name Authorization in add_header Access-Control-Allow-Headers, also beside *.',
      cdn: 'Name Authorization in the response headers policy.',
      'api-gateway': 'Name authorization in the allowed headers.',
    },
  },
  'header-not-covered': {
    severity: 'error',
    title: 'Access-Control-Allow-Headers does not name {subject}{hint}',
    sees: 'The console says that the request header field {subject} is not allowed.',
    fix: {
      app: 'Add {subject} to the allowed headers.',
      nginx: 'Add {subject} to add_header Access-Control-Allow-Headers.',
      cdn: 'Add {subject} to the allowed headers of the policy (S3: AllowedHeaders of the bucket).',
      'api-gateway': 'Add {subject} to the allowed headers.',
    },
  },
  'method-not-covered': {
    severity: 'error',
    title: 'Access-Control-Allow-Methods does not name {subject}{hint}',
    sees: 'The console says that the method {subject} is not allowed.',
    fix: {
      app: 'Add {subject} to the allowed methods, in these letters: case counts.',
      nginx: 'Add {subject} to add_header Access-Control-Allow-Methods.',
      cdn: 'Add {subject} to the allowed methods of the policy (S3: AllowedMethods of the bucket).',
      'api-gateway': 'Add {subject} to the allowed methods.',
    },
  },
  'allow-headers-invalid': {
    severity: 'error',
    title: "Access-Control-Allow-Headers holds '{subject}', which is no name",
    sees: 'The console says that the header cannot be parsed: the whole preflight fails.',
    fix: { app: 'Write names with commas between them: no spaces within, no quotes, no semicolons.' },
  },
  'allow-methods-invalid': {
    severity: 'error',
    title: "Access-Control-Allow-Methods holds '{subject}', which is no method",
    sees: 'The console says that the header cannot be parsed: the whole preflight fails.',
    fix: { app: 'Write methods with commas between them: no spaces within, no quotes, no semicolons.' },
  },
  'max-age-above-cap': {
    severity: 'note',
    title: 'Access-Control-Max-Age is {seconds}, more than browsers take',
    sees: 'Chromium asks again after 7200 seconds, Safari after 600.',
    fix: { app: 'Nothing breaks: 7200 says as much.' },
  },
  'expose-headers-missing': {
    severity: 'note',
    title: 'Scripts do not see {names}',
    sees: 'response.headers.get() returns null, though the network panel shows the header.',
    fix: {
      app: 'Add to the exposed headers (Access-Control-Expose-Headers) those that the page reads.',
      cdn: 'Add to the exposed headers of the policy (S3: ExposeHeaders) those that the page reads.',
    },
  },
  'expose-wildcard-credentials': {
    severity: 'warning',
    title: 'Access-Control-Expose-Headers is *, which with credentials exposes nothing: scripts do not see {names}',
    sees: 'response.headers.get() returns null, though the network panel shows the header.',
    fix: { app: 'Name the headers that the page reads.' },
  },
} as const satisfies Record<string, FindingText>
