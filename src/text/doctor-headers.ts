interface Allowed {
  readonly value: string
  readonly origin: string
}

const LIST_ORIGIN = "Set the header to the request's Origin if it is on your list, and add Vary: Origin."
const MAP = 'Choose the origin with a map of $http_origin, and add Vary: Origin.'
const blocked = () =>
  'The console says that the request has been blocked by CORS policy, and the page gets a TypeError.'

/** A value of Access-Control-Allow-Origin that is written wrong. */
function wrong(title: (value: string) => string, app: (origin: string) => string) {
  return {
    title: ({ value }: Allowed) => title(value),
    impact: blocked,
    fix: ({ origin }: Allowed) => ({ app: app(origin) }),
  }
}

/** The CORS check. */
export const HEADER_TEXTS = {
  'allow-origin-missing': {
    title: ({ origin, everywhere }: { origin: string; everywhere: boolean }) =>
      everywhere
        ? 'Access-Control-Allow-Origin is missing from every response'
        : `Access-Control-Allow-Origin is missing for ${origin}`,
    impact: () => "The console says that no 'Access-Control-Allow-Origin' header is present on the requested resource.",
    fix: missingFix,
  },
  'allow-origin-doubled': {
    title: ({ names, value }: { names: readonly string[]; value: string }) =>
      `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} sent twice (${value}): two layers add CORS headers`,
    impact: () =>
      'A browser reads both as one value. For Access-Control-Allow-Origin the console says that it contains multiple values, but only one is allowed.',
    fix: () => ({
      app: 'Let only one layer set CORS headers. Remove them here or in the proxy in front, and register CORS once.',
      nginx: "Delete the add_header Access-Control-* lines, or drop the app's with proxy_hide_header.",
      apache: "Replace 'Header add' with 'Header set', or remove it if the app sends the header.",
      caddy:
        'Remove the header directive, or delete the header of the app with header_down -Access-Control-Allow-Origin.',
      iis: 'Remove the customHeaders from web.config, or CORS from the app.',
      cdn: 'Let the response headers policy override what the server sends, or remove it.',
      'load-balancer': 'Replace the header (http-response set-header) instead of adding one.',
      'api-gateway': 'Turn CORS off either in the gateway or in the app.',
    }),
  },
  'allow-origin-list': {
    title: ({ value }: Allowed) => `Access-Control-Allow-Origin is a list: ${value}`,
    impact: () => 'The console says that the header contains multiple values, but only one is allowed.',
    fix: () => ({
      app: `The header takes one origin. ${LIST_ORIGIN}`,
      nginx: `The header takes one origin. ${MAP}`,
      caddy: 'The header takes one origin. Match the Origin with a matcher, and add Vary: Origin.',
      cdn: 'The header takes one origin. Use a response headers policy with a list of origins: it sends the one that asks.',
      'api-gateway':
        'The header takes one origin. List several in the CORS settings of the gateway, or choose it in the function.',
    }),
  },
  'allow-origin-scheme': {
    title: ({ value, origin }: Allowed) =>
      `Access-Control-Allow-Origin is ${value}, but the page's origin is ${origin} (another scheme)`,
    impact: blocked,
    fix: () => ({
      app: 'List the origin with the scheme of the page. Behind a proxy that ends TLS, do not build origins from the scheme of the request.',
    }),
  },
  'allow-origin-port': {
    title: ({ value, origin }: Allowed) =>
      `Access-Control-Allow-Origin is ${value}, but the page's origin is ${origin} (another port)`,
    impact: blocked,
    fix: () => ({ app: 'List the origin with its port, and without one if it is the default (443, 80).' }),
  },
  'allow-origin-trailing-slash': {
    title: ({ value }: Allowed) => `Access-Control-Allow-Origin is ${value}, but origins have no slash at the end`,
    impact: blocked,
    fix: () => ({
      app: 'Remove the slash from the setting.',
      nginx: 'Remove the slash from the add_header line.',
      cdn: 'Remove the slash from the response headers policy.',
      bucket: 'Remove the slash from the CORS rule of the bucket.',
      'api-gateway': 'Remove the slash from the allowed origin.',
    }),
  },
  'allow-origin-null': {
    title: ({ origin }: Allowed) => `Access-Control-Allow-Origin is null, but the page's origin is ${origin}`,
    impact: blocked,
    fix: () => ({ app: `Never send null: any site can have that origin. ${LIST_ORIGIN}` }),
  },
  'allow-origin-empty': wrong(
    () => 'Access-Control-Allow-Origin is empty',
    () =>
      `Leave the header out instead of sending it empty. ${LIST_ORIGIN} Check the variable or setting that the value comes from.`,
  ),
  'allow-origin-pattern': wrong(
    (value) => `Access-Control-Allow-Origin is ${value}, but browsers do not understand patterns`,
    () => `The header takes one origin or '*'. ${LIST_ORIGIN}`,
  ),
  'allow-origin-no-scheme': wrong(
    (value) => `Access-Control-Allow-Origin is ${value}, which is not an origin: the scheme is missing`,
    (origin) => `Write the whole origin: ${origin}.`,
  ),
  'allow-origin-quoted': wrong(
    (value) => `Access-Control-Allow-Origin is ${value}, with quotes`,
    () => 'Remove the quotes from the value.',
  ),
  'allow-origin-other': {
    title: ({ value, origin }: Allowed) =>
      `Access-Control-Allow-Origin is ${value}, but the page's origin is ${origin}`,
    impact: blocked,
    fix: ({ origin }: Allowed) => ({
      app: LIST_ORIGIN,
      nginx: MAP,
      apache: 'Choose the origin with SetEnvIf Origin, and add Vary: Origin.',
      iis: `Add ${origin} to the IIS CORS module, or choose the origin in the app.`,
      cdn: 'Pass Origin on to the server and put it into the cache key, or list the origin in the response headers policy.',
      bucket: `Add ${origin} to the CORS rule of the bucket.`,
      'api-gateway': 'List the origin in the CORS settings of the gateway.',
    }),
  },
  'allow-origin-wildcard-credentials': {
    title: () => "Access-Control-Allow-Origin is '*', which browsers ignore when credentials are included",
    impact: () =>
      "The console says that the header must not be the wildcard '*' when the request's credentials mode is 'include'.",
    fix: () => ({
      app: 'List the origins and allow credentials, or send the request without credentials. Do not reflect every Origin instead.',
      nginx: `${MAP} Add Access-Control-Allow-Credentials: true.`,
      cdn: 'List the origins in the response headers policy, with credentials.',
      'api-gateway': 'List the origins in the CORS settings, and allow credentials.',
    }),
  },
  'allow-credentials-missing': {
    title: () => 'Access-Control-Allow-Credentials is missing, and the request includes credentials',
    impact: () => "The console says that the value of the header is '' and must be 'true'.",
    fix: () => ({
      app: 'Allow credentials in the CORS policy, for preflights and for responses, or send the request without credentials.',
    }),
  },
  'allow-credentials-not-true': {
    title: ({ value }: { value: string }) =>
      `Access-Control-Allow-Credentials is '${value}', but must be exactly 'true'`,
    impact: () => "The console says that the value of the header must be 'true'.",
    fix: () => ({
      app: "Send 'true', in lower case and once. Leave the header out instead of sending 'false'.",
      nginx: "Send 'true' once: if the app sends it too, delete one of the two.",
    }),
  },
}

function missingFix({ origin, everywhere }: { origin: string; everywhere: boolean }) {
  if (origin === 'null') {
    return {
      page: 'Serve the page from a real origin: sandboxed iframes and local files send Origin: null, which any site can do. Do not allow null.',
      app: 'Do not allow null. Give the page a real origin.',
    }
  }
  const add = `Add ${origin} to the allowed origins if you trust it.`
  return {
    app: everywhere
      ? `Register CORS for the whole app and before the routes (Express: app.use(cors(…)), not on one route), and allow ${origin} if you trust it.`
      : `${add} If it is there, look for responses that CORS does not cover: one route, errors, or OPTIONS.`,
    nginx: `${add} If the app sends the header, look for proxy_hide_header. A location with an add_header of its own inherits none, and errors need 'always'.`,
    apache: `${add} Use 'Header always set', so that errors have it too.`,
    caddy: `${add} Answer OPTIONS with the headers, or pass it on to the app.`,
    iis: `${add} Use the IIS CORS module: customHeaders of web.config cannot choose an origin.`,
    cdn: 'Pass the Origin header on to the server (CloudFront: the origin request policy CORS-S3Origin), or add a response headers policy with CORS.',
    bucket: `Add a CORS rule to the bucket that allows ${origin} and the method.`,
    'load-balancer': `${add} Do it in the app behind the load balancer.`,
    'api-gateway': `Turn CORS of the gateway on (Kong: the cors plugin), and allow ${origin}. If the gateway only passes on, the function has to send the header.`,
  }
}
