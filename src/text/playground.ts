/** Everything that the playground says by itself. Problems, steps, fixes and findings have their own catalogues. */
export const PLAYGROUND = {
  title: 'CORS playground',
  /** The page's own promise. */
  intro: 'Try a CORS policy, and see what a browser does with it. Nothing leaves this page.',
  skip: 'Skip to the content',
  views: 'Views',
  language: 'Language',
  viewNames: {
    ask: 'Policy and request',
    paste: 'Paste an error',
    convert: 'Convert a config',
    stories: 'Stories',
  },
  /** Where a version of the page is not that of the link, or a fragment is broken. */
  linkProblem: (message: string) => `The link could not be read in full. ${message}`,
  failed: (message: string) => `The page could not do that. ${message}`,
  /** The last line of a list of which only the start is shown. */
  more: (count: number) => `and ${count} more`,
  copyLink: 'Copy a link to this',
  linkCopied: 'Link copied',
  linkNotCopied: 'The browser does not let the page copy. Copy the address from the address bar.',
  /** Before what a screen reader reads out after a change. */
  status: {
    problems: (count: number) => (count === 1 ? '1 problem in the policy' : `${count} problems in the policy`),
    suggestions: (count: number) =>
      count === 0
        ? 'no problems in the policy'
        : count === 1
          ? '1 suggestion for the policy'
          : `${count} suggestions for the policy`,
    changed: 'The policy is changed.',
  },
}

/** The view with a policy, a request and what comes of it. */
export const PLAYGROUND_ASK = {
  policy: 'Policy',
  config: 'Config of cors-policy, as JSON',
  problems: 'Problems',
  advice: 'Suggestions',
  noProblems: 'The policy is valid.',
  onLine: (line: number) => `Line ${line}`,
  goToLine: (line: number) => `Go to line ${line}`,
  write: (text: string) => `Write ${text}`,
  request: 'Request',
  origin: 'Origin of the page',
  url: 'URL',
  kind: 'What makes the request',
  kinds: {
    fetch: 'fetch() or XMLHttpRequest',
    image: '<img>',
    font: '@font-face',
    script: '<script>',
    style: '<link rel="stylesheet">',
    audio: '<audio>',
    video: '<video>',
    eventsource: 'EventSource',
    form: '<form method="post">',
    beacon: 'navigator.sendBeacon()',
    websocket: 'WebSocket',
  },
  crossOrigin: 'crossorigin attribute',
  noCrossOrigin: 'none',
  method: 'Method',
  credentials: 'Credentials',
  credentialsModes: {
    omit: 'omit: never cookies',
    'same-origin': 'same-origin: the default',
    include: 'include: cookies to other origins too',
  },
  mode: 'Mode',
  modes: {
    cors: 'cors: the default',
    'no-cors': 'no-cors: without reading the response',
    'same-origin': 'same-origin: no other origin',
  },
  headers: 'Request headers, one per line',
  reads: 'Response headers that the script reads',
  result: 'Result',
  tooManyFields: (maximum: number) => `It takes at most ${maximum} request headers, and as many headers to read.`,
  fixFirst: 'Fix the problems in the policy first.',
}

/** What a browser does, step by step. */
export const PLAYGROUND_TIMELINE = {
  outcomes: {
    readable: 'Readable: the page gets the response.',
    opaque: 'Opaque: the response arrives, but scripts cannot read it.',
    blocked: 'Blocked: the page does not get the response.',
  },
  /** By what the element loads. */
  opaqueElements: {
    image: 'Opaque: the page shows the image, but scripts cannot read its pixels. A canvas that draws it is tainted.',
    script: 'Opaque: the script runs, but the page gets no details of its errors.',
    style: 'Opaque: the style sheet applies, but scripts cannot read its rules.',
    audio: 'Opaque: the page plays the audio, but scripts cannot read its samples.',
    video: 'Opaque: the page plays the video, but scripts cannot read its pixels. A canvas that draws it is tainted.',
  },
  steps: 'What happens',
  parties: { page: 'Page', browser: 'Browser', cache: 'Cache', server: 'Server' },
  between: (from: string, to: string) => `${from} to ${to}`,
  calls: (method: string, url: string) => `asks for ${method} ${url}`,
  preflight: 'preflight',
  withCredentials: 'with credentials',
  withoutCredentials: 'without credentials',
  noResponse: 'no response',
  fromCache: 'a stored copy',
  passed: 'passed',
  failed: 'stopped here',
  withheld: 'not readable',
  standardFor: (step: string) => `Read about ${step} in the standard`,
  readableHeaders: (names: readonly string[]) =>
    names.length === 0
      ? 'gets the response, but can read none of its headers'
      : `gets the response and ${names.join(', ')}`,
  opaqueResult: 'gets a response that it cannot read',
  blockedResult: 'gets an error without details',
  fixes: 'How to fix it',
  change: (count: number) => (count === 1 ? 'Change the policy' : `Make these ${count} changes to the policy`),
  notes: 'Also',
  console: 'What the console says',
}

/** The view for records and messages. */
export const PLAYGROUND_PASTE = {
  input: 'What you have',
  label: 'A message from the console, headers from the network panel, a HAR file, or the output of curl -v',
  file: 'Or choose a file, or drop one here',
  fileName: (name: string) => `From ${name}`,
  clear: 'Clear',
  empty: 'Paste something to see what is wrong and how to fix it.',
  example: 'Show an example',
  tooLong: (megabytes: number, maximum: number) =>
    `That is ${megabytes} MB, and the page reads up to ${maximum} MB. Paste the failing request only.`,
  fileUnreadable: (name: string) => `${name} could not be read.`,
  unreadable:
    'The page cannot find a request in this text. Paste a message from the console, headers from the network panel, a HAR file, or the output of curl -v.',
  findings: 'What is wrong',
  course: 'What a browser does with these responses',
  notShared: 'A link to this has only the parts that CORS looks at, without secrets.',
}

/** By the names that `cors-policy convert` takes. */
const FORMATS: Readonly<Record<string, string>> = {
  config: 'cors-policy',
  starlette: 'Starlette, FastAPI',
  express: 'cors for Express',
  fastify: '@fastify/cors',
  s3: 'Amazon S3',
  r2: 'Cloudflare R2',
  gcs: 'Google Cloud Storage',
  'api-gateway': 'Amazon API Gateway',
  cloudfront: 'Amazon CloudFront',
  nginx: 'nginx',
  'ingress-nginx': 'ingress-nginx',
  traefik: 'Traefik',
  istio: 'Istio',
  kong: 'Kong',
  headers: 'response headers, in code or in nginx',
}

/** The view for conversions. */
export const PLAYGROUND_CONVERT = {
  input: 'What you have',
  from: 'From',
  to: 'To',
  formats: FORMATS,
  text: 'Your config',
  result: 'Result',
  notes: 'Differences',
  noNotes: 'No differences.',
  refused: 'This config was not converted.',
  empty: 'Paste a config to convert it.',
  take: 'Try this policy',
  usePolicy: 'Use the current policy',
}
