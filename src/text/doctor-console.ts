interface NotCors {
  readonly what: keyof typeof NOT_CORS_TITLES
}
interface NotHttp {
  readonly kind: string
}
interface Hidden {
  readonly by: string
}

/** Findings from console messages that no request to a server can confirm. */
export const CONSOLE_TEXTS = {
  'not-cors': {
    title: ({ what }: NotCors) => NOT_CORS_TITLES[what],
    impact: () => 'This is not a CORS problem: CORS headers do not change it.',
    fix: ({ what }: NotCors) => ({ page: NOT_CORS_FIXES[what] }),
  },
  'not-http': {
    title: ({ kind }: NotHttp) =>
      kind === 'file'
        ? 'The page loads a file: URL, and CORS only works over http and https'
        : 'The URL in the page has no http:// or https://',
    impact: () => 'The browser blocks the request before it is sent.',
    fix: ({ kind }: NotHttp) => ({
      page:
        kind === 'file'
          ? 'Serve the folder with a local web server (npx serve, python3 -m http.server), and open the page over http://localhost.'
          : 'Write the whole URL, with its scheme in front: http://localhost:8080/api',
    }),
  },
  'cause-hidden': {
    title: () => 'The message does not say why the request failed',
    impact: ({ by }: Hidden) => {
      if (by === 'own-origin') {
        return 'The cause is not CORS, since the URL has the origin of the page. The request was cancelled or got no answer.'
      }
      return by === 'safari'
        ? 'Safari says this for CORS, and also for a request that was cancelled or got no answer. If the URL has the origin of the page, the cause is not CORS.'
        : 'Browsers say this for CORS, for a server that does not answer, and for a request that an extension blocks.'
    },
    fix: () => ({
      page: 'Look for a message with the reason next to it in the console. If there is none, copy the status and the headers of the request from the network panel.',
    }),
  },
}

const NOT_CORS_TITLES = {
  csp: "The page's own Content-Security-Policy blocks the request",
  worker: "The script of a worker must have the page's origin",
  frame: 'The other site does not let this page show it in a frame, or look into the frame',
  canvas: 'The image was loaded without CORS, so its pixels cannot be read',
  opaque: 'A service worker answers with a response that it loaded without CORS',
  extension: 'The browser or an extension such as an ad blocker blocks the request',
  element: 'An element such as <script> or <img> gets a response that it must not read',
  websocket: 'The WebSocket fails, and CORS has no part in WebSockets',
} as const

const NOT_CORS_FIXES = {
  csp: 'Add the origin of the URL to the directive that the message names, for example connect-src.',
  worker: "Serve the script from the page's origin, or start the worker from a blob: URL that imports the script.",
  frame: 'Let the two pages talk with postMessage. To be shown, the other site has to allow it (frame-ancestors).',
  canvas:
    "Set crossOrigin = 'anonymous' on the image before its src, and send Access-Control-Allow-Origin with it. A page that was opened from a file needs a web server.",
  opaque: "In the service worker, pass event.request to fetch() without mode: 'no-cors'.",
  extension: 'Try a private window without extensions. Names such as "ads" or "track" in a URL get it blocked.',
  element: 'Check that the URL returns what the element expects. With the attribute crossorigin, send CORS headers.',
  websocket:
    'Look at the status of the handshake in the network panel, the allowed origins of the WebSocket server, and whether the proxy passes Upgrade on.',
} as const
