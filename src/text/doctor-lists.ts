const list = (names: readonly string[]) => names.join(', ')
const star = (wildcard: boolean) => (wildcard ? " ('*' does not cover it)" : '')
const unparsable = () => 'The console says that the header cannot be parsed, and the whole preflight fails.'

interface Header {
  readonly names: readonly string[]
  readonly wildcard: boolean
  readonly ofResponses: boolean
}
interface Method {
  readonly method: string
  readonly wildcard: boolean
  readonly isPatch: boolean
}

/** For how many seconds browsers remember a preflight at the most. */
interface Limits {
  readonly chromium: number
  readonly webkit: number
}

/** What a preflight's answer covers, and what scripts may read. */
export const LIST_TEXTS = {
  'authorization-not-covered': {
    title: ({ wildcard }: { wildcard: boolean }) =>
      `Access-Control-Allow-Headers does not list authorization${star(wildcard)}`,
    impact: () => 'The console says that the request header field authorization is not allowed.',
    fix: () => ({
      app: "Add authorization to the allowed headers. '*' does not cover it.",
      nginx: "Add Authorization to add_header Access-Control-Allow-Headers. '*' does not cover it.",
      cdn: 'Add Authorization to the response headers policy.',
      bucket: 'Add Authorization to the headers of the CORS rule.',
      'api-gateway': 'Add authorization to the allowed headers.',
    }),
  },
  'header-not-covered': {
    title: ({ names, wildcard }: Header) =>
      `Access-Control-Allow-Headers does not list ${list(names)}${star(wildcard)}`,
    impact: ({ names }: Header) => `The console says that the request header field ${names[0]} is not allowed.`,
    fix: headerFix,
  },
  'method-not-covered': {
    title: ({ method, wildcard }: Method) => `Access-Control-Allow-Methods does not list ${method}${star(wildcard)}`,
    impact: ({ method }: Method) => `The console says that the method ${method} is not allowed.`,
    fix: methodFix,
  },
  'allow-headers-invalid': {
    title: ({ part }: { part: string }) =>
      `Access-Control-Allow-Headers contains '${part}', which is not a valid header name`,
    impact: unparsable,
    fix: () => ({ app: 'Separate the names with commas, without spaces inside names, quotes or semicolons.' }),
  },
  'allow-methods-invalid': {
    title: ({ part }: { part: string }) =>
      `Access-Control-Allow-Methods contains '${part}', which is not a valid method`,
    impact: unparsable,
    fix: () => ({ app: 'Separate the methods with commas, without quotes or semicolons.' }),
  },
  'max-age-above-cap': {
    title: ({ seconds }: { seconds: number }) => `Access-Control-Max-Age is ${seconds}, more than browsers accept`,
    impact: ({ chromium, webkit }: Limits) => `Chromium asks again after ${chromium} seconds, Safari after ${webkit}.`,
    fix: ({ chromium }: Limits) => ({ app: `Harmless. Set ${chromium}; Chromium caps it there anyway.` }),
  },
  'expose-headers-missing': {
    title: ({ names }: Exposure) => `Scripts cannot read ${list(names)}`,
    impact: ({ names, absent }: Exposure) =>
      absent.length === names.length
        ? 'response.headers.get() returns null. This response does not have the header either.'
        : 'response.headers.get() returns null, though the network panel shows the header.',
    fix: () => ({
      app: 'Add the headers the page reads to Access-Control-Expose-Headers.',
      bucket: 'Add the headers the page reads to ExposeHeaders of the CORS rule.',
      cdn: 'Add the headers the page reads to the exposed headers of the policy.',
    }),
  },
  'expose-wildcard-credentials': {
    title: ({ names }: { names: readonly string[] }) =>
      `Access-Control-Expose-Headers is '*', which exposes nothing with credentials: scripts cannot read ${list(names)}`,
    impact: () => 'response.headers.get() returns null, though the network panel shows the header.',
    fix: () => ({ app: 'List the headers that the page reads.' }),
  },
}

interface Exposure {
  readonly names: readonly string[]
  readonly absent: readonly string[]
}

function headerFix({ names, ofResponses }: Header) {
  const all = list(names)
  if (ofResponses) {
    const text = `Remove ${all} from the request: servers send these headers, pages do not.`
    return { page: text, app: text }
  }
  return {
    app: `Add ${all} to the allowed headers.`,
    nginx: `Add ${all} to add_header Access-Control-Allow-Headers.`,
    apache: `Add ${all} to Header set Access-Control-Allow-Headers.`,
    cdn: `Add ${all} to the allowed headers of the policy.`,
    bucket: `Add ${all} to AllowedHeaders of the CORS rule.`,
    'api-gateway': `Add ${all} to the allowed headers.`,
    page: `Or leave ${all} out of the request.`,
  }
}

function methodFix({ method, isPatch }: Method) {
  if (isPatch) {
    const text = "Write the method as 'PATCH': browsers do not upper-case it."
    return { page: text, app: text }
  }
  return {
    app: `Add ${method} to the allowed methods (methods are case-sensitive).`,
    nginx: `Add ${method} to add_header Access-Control-Allow-Methods.`,
    apache: `Add ${method} to Header set Access-Control-Allow-Methods.`,
    cdn: `Add ${method} to the allowed methods of the policy.`,
    bucket: `Add ${method} to AllowedMethods of the CORS rule.`,
    'api-gateway': `Add ${method} to the allowed methods.`,
  }
}
