/** What people call the places where something can be fixed. */
export const PLACE_NAMES = {
  page: 'in the page',
  app: 'in the app',
  nginx: 'in nginx',
  apache: 'in Apache',
  caddy: 'in Caddy',
  iis: 'in IIS',
  cdn: 'in the CDN or cache',
  bucket: 'in the storage bucket',
  'load-balancer': 'in the load balancer',
  'api-gateway': 'in the API gateway',
}

/** What comes of it, in one sentence. */
export const VERDICTS = {
  unreachable: () => 'The server cannot be reached.',
  blocked: () => 'The page does not get the response.',
  /** A record that says too little. */
  unclear: () => 'It is not known whether the page gets the response.',
  /** Only a GET was sent in place of the request, and the server has none. */
  notSent: (method: string) => `It is not known what the page gets: the ${method} was not sent.`,
  healthy: () => 'Healthy: the page gets the response.',
  unknown: () => 'The page gets the response, but the check is incomplete.',
  faults: (count: number) =>
    `The page gets the response, but ${count === 1 ? 'one thing is' : `${count} things are`} wrong.`,
}

/** The head, the labels and the end of a report. */
export const REPORT_TEXTS = {
  /** The language of these texts, as HTML's lang attribute has it. */
  language: 'en',
  severities: { critical: 'critical', error: 'error', warning: 'warning', note: 'note' },
  headline: ({
    method,
    url,
    origin,
    notes,
  }: {
    method: string
    url: string
    origin: string
    notes: readonly string[]
  }) => `${method} ${url} from ${origin}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`,
  /** Where it is not known. */
  unknownOrigin: "the page's origin",
  withCredentials: 'with credentials',
  standIn: (method: string) => `a GET was sent instead of the ${method}`,
  console: (text: string) => `Console: ${text}`,
  impact: (text: string) => `Impact: ${text}`,
  fix: (place: string, text: string) => `Fix ${place}: ${text}`,
  explains: (codes: readonly string[]) => `Explains: ${codes.join(', ')}`,
  more: (count: number) => `and ${count} more like it`,
  sent: (count: number) => (count === 1 ? '1 request sent.' : `${count} requests sent.`),
  read: (count: number) => (count === 1 ? '1 request read.' : `${count} requests read.`),
  rateLimit: (remaining: number) =>
    `The server's rate limit allows ${remaining} more requests. Each run of the doctor uses some of them.`,
  unknown: (question: string) => `Not known: ${question}`,
  nothing: 'Nothing.',
  titles: {
    findings: 'What is wrong',
    elsewhere: 'How to fix it elsewhere',
    steps: 'What the browser does',
    others: 'What else was asked',
    stopped: '✗ stopped here',
  },
}
