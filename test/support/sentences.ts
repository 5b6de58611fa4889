import { readdirSync } from 'node:fs'
import { FOREIGN_OPTION_NAMES } from '../../src/text/config.js'

/** Every sentence of the catalogues in `src/text`, made of examples, in whatever language they are in now. */

const FOLDER = new URL('../../src/text/', import.meta.url)

/** A text of a catalogue, and where it is: `command.COMMAND_TEXTS.file-missing`. */
export interface Leaf {
  readonly path: string
  readonly owner: object
  readonly name: string
}

/** A text with its data, and what it is then. */
export interface Sentence {
  readonly path: string
  readonly args: readonly unknown[]
  readonly text: string
}

/** The texts of some files. */
export async function leavesOf(files: readonly string[]): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  for (const file of files) {
    const exports = (await import(`../../src/text/${file}.js`)) as Record<string, unknown>
    for (const [name, value] of Object.entries(exports)) leaves.push(...leavesIn(value, `${file}.${name}`))
  }
  return leaves
}

/** The names of the files with texts. */
export function textFiles(): string[] {
  const names = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile())
  return names.map(({ name }) => name.replace('.ts', ''))
}

function leavesIn(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' ? leavesIn(inner, `${path}.${name}`) : [{ path: `${path}.${name}`, owner: value, name }],
  )
}

/** The sentences of a text, for each combination of the examples of its data that makes one. */
export function sentencesOf(leaf: Leaf): Sentence[] {
  const text: unknown = Reflect.get(leaf.owner, leaf.name)
  const sentences = typeof text === 'function' ? callsOf(leaf, String(text)) : say(leaf, [])
  return sentences.filter((sentence, i) => sentences.findIndex((other) => other.text === sentence.text) === i)
}

/** A text with certain data: nothing, if they do not belong together. */
export function say({ owner, name, path }: Leaf, args: readonly unknown[]): Sentence[] {
  const text: unknown = Reflect.get(owner, name)
  try {
    const said: unknown = typeof text === 'function' ? text(...args) : text
    const lines = typeof said === 'string' ? said : Object.values(said as object).join('\n')
    return /undefined|NaN|\[object|^$/.test(lines) ? [] : [{ path, args, text: lines }]
  } catch {
    return []
  }
}

function callsOf(leaf: Leaf, source: string): Sentence[] {
  const [, list = ''] = /^\(?([\w, ]*)\)?\s*=>/.exec(source) ?? []
  const names = list.split(/,\s*/).filter((name) => name !== '')
  if (names.length > 0 && !WHOLE.has(names[0] as string)) {
    return combinationsOf(leaf, names).flatMap((data) =>
      say(
        leaf,
        names.map((name) => data[name]),
      ),
    )
  }
  return withObject(leaf)
}

/** Says a text that takes an object, and finds out which of its properties it reads. */
function withObject(leaf: Leaf): Sentence[] {
  const read = new Set<string>()
  const watch = (data: Readonly<Record<string, unknown>>) =>
    // What is left after destructuring is copied from the target's keys.
    new Proxy({ credentials: undefined, enforce: undefined } as Record<string, unknown>, {
      get: (_, key) => {
        const name = String(key)
        read.add(name)
        return Object.hasOwn(data, name) ? data[name] : EXAMPLES[name]?.[0]
      },
    })
  for (;;) {
    const names = [...read]
    const sentences = combinationsOf(leaf, names).flatMap((data) => say(leaf, [watch(data)]))
    if (read.size === names.length) return sentences
  }
}

function combinationsOf({ path }: Leaf, names: readonly string[]): Record<string, unknown>[] {
  const special = Object.assign({}, ...SPECIAL.filter(([place]) => place.test(path)).map(([, data]) => data))
  return names.reduce<Record<string, unknown>[]>(
    (all, name) => all.flatMap((data) => examplesOf(name, special).map((value) => ({ ...data, [name]: value }))),
    [{}],
  )
}

/** Parameters that are an object with the data. */
const WHOLE: ReadonlySet<string> = new Set(['problem', 'item'])

const ORIGIN = 'https://app.example.com'
const URL_TEXT = 'https://api.example.com/things'
const BOTH = [false, true]
const LISTS = [['x-one'], ['x-one', 'x-two']]

/** Where a name has other examples. */
const SPECIAL: readonly (readonly [place: RegExp, data: Readonly<Record<string, readonly unknown[]>>])[] = [
  [/^command\./, { option: ['--mode'], why: ['WHY'], names: LISTS, suggestion: [undefined, 'SUGGESTION'] }],
  [/^config\..*\.wrong-type$/, { value: ['VALUE', new Date(0), true, false] }],
  [/\.module-broken$/, { why: ['WHY', 'TypeError: Unknown file extension ".ts"'] }],
  [/^(?!doctor)/, { status: [200] }],
  [/\.(cookie-over-http|readable|readableHeaders)$/, { names: [[], ...LISTS] }],
  [/\.names-dropped$/, { names: [...LISTS, Array.from({ length: 14 }, (_, i) => `x-${i}`)] }],
  [/\.unknown-option$/, { option: [...FOREIGN_OPTION_NAMES] }],
  [/\.list-(origins|exposed)$/, { value: [['https://one.test', 'https://two.test']] }],
  [/\.(preflight-needed|redirected)$/, { method: [null, 'PUT'] }],
  [/\.not-cors\./, { what: ['csp', 'worker', 'frame', 'canvas', 'opaque', 'extension', 'element', 'websocket'] }],
  [/\.cause-hidden\./, { by: ['safari', 'own-origin', 'other'] }],
  [/\.(allow-origin-missing)\./, { origin: [ORIGIN, 'null'] }],
  [/\.(wrong-value|not-one-of)$/, { expected: [['one', 'two'], 'a list of strings', 'something rare'] }],
]

const FAULTS = [
  ...['unknown', 'misspelled', 'foreign', 'config', 'boolean', 'exemption', 'number', 'string', 'regular-expression'],
  ...['empty-string', 'hole', 'origin-function', 'origin-boolean', 'list', 'too-many-entries', 'unreadable'],
  ...['too-deep', 'not-an-origin', 'several', 'semicolon', 'quoted', 'every-host', 'address-wildcard'],
  ...['scheme-wildcard', 'wildcard-place', 'no-scheme', 'trailing-dot', 'port-zero', 'port', 'none-in-list'],
  ...['too-long', 'keyword', 'missing', 'unset', 'empty', 'file', 'never', 'websocket', 'origin', 'range'],
  ...['subdomains', 'any-host', 'label', 'no-list', 'wildcard', 'separator', 'character', 'closed', 'not-http'],
  ...['headers-too-large', 'not-tls', 'tls-refused', 'tls-version', 'not-yet-valid', 'other', 'syntax', 'too-many'],
  ...['no-pattern', 'unanchored', 'port-required', 'never-matches', 'everything', 'bare-dot', 'no-dot', 'one-label'],
  ...['narrow', 'open-end', 'port-digits', 'length', 'depth', 'size', 'binary', 'origins', 'options', 'pattern'],
  ...['address-range', 'scheme', 'two-wildcards', 'host', 'any-port', 'subdomains-only', 'authorization'],
  ...['literal-wildcard', 'content-type', 'no-wildcard', 'characters', 'one-direction', 'dollar', 'variable'],
  ...['request', 'response', 'direction', 'method', 'always', 'never', 'ignored', 'import', 'lenient', 'continued'],
  ...['not-strict', 'negative', 'default', 'omitted'],
]

/** Examples of the data of sentences, by their names. */
const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  absent: [[], ['x-one'], ['x-one', 'x-two']],
  age: [4],
  argument: ['x'],
  apex: ['https://example.com'],
  assumed: [5],
  authorization: BOTH,
  back: BOTH,
  bad: [2],
  because: ['preflight', 'origin', 'stream'],
  by: ['cloudflare', 'aws-waf', 'ngrok', 'other', 'wildcard', 'pattern', 'outer-config', 'name', 'safelist'],
  choices: [['one', 'two']],
  chromium: [7200],
  code: ['some-code'],
  codes: [['some-code', 'other-code']],
  column: [7],
  command: ['check'],
  cors: BOTH,
  count: [0, 1, 2],
  credentials: BOTH,
  destination: ['font'],
  detail: ['ECONNRESET'],
  dialect: ['Starlette'],
  direction: ['request', 'response'],
  domain: ['example.com'],
  element: ['<img>'],
  embedder: [null, 'require-corp'],
  enforce: BOTH,
  entries: [undefined, ['one', 'two']],
  error: [new Error('why')],
  everywhere: BOTH,
  expected: [['one', 'two'], 'a list of strings', 'something rare'],
  expression: ['process.env.ORIGINS'],
  fault: FAULTS,
  field: ['X-Field'],
  fields: [['config', 'request']],
  file: ['cors.json'],
  flags: ['gi'],
  forRow: BOTH,
  format: ['JSON'],
  from: ['put'],
  given: ['GIVEN'],
  good: [3],
  got: ['"x"'],
  header: ['x-header'],
  headers: [[], ['x-one', 'x-two']],
  hidden: [[], ['x-one', 'x-two']],
  host: ['api.example.com'],
  included: BOTH,
  initiator: ['form'],
  insecure: BOTH,
  isPatch: BOTH,
  keyword: ['*', 'none'],
  kind: ['file', 'scheme'],
  known: [['origins', 'methods']],
  length: [300],
  lifetime: [null, 10],
  limit: [20],
  line: [3],
  list: ['headers', 'exposeHeaders'],
  link: ['http://127.0.0.1:2677/#x'],
  location: ['/login'],
  matchedBy: [undefined, 'origins', 'otherwise.origins'],
  maximum: [599],
  meant: ['https'],
  megabytes: [50],
  message: ['MESSAGE'],
  method: ['PUT'],
  methods: [['GET'], ['GET', 'POST']],
  minimum: [200],
  missing: LISTS,
  mode: ['cors'],
  name: ['x-name', 'range'],
  names: LISTS,
  noCors: BOTH,
  notes: [[], ['NOTE']],
  nullOrigin: BOTH,
  ofResponses: BOTH,
  on: ['preflight', 'actual'],
  option: ['headers', 'exposeHeaders', 'methods', 'origins'],
  origin: [ORIGIN],
  outcome: ['blocked'],
  page: ['https://page.example.com'],
  part: ['name', 'value'],
  path: ['otherwise.origins'],
  paths: [['a.b', 'c.d'], []],
  patterns: [['https://*.one.test'], ['https://*.one.test', 'https://*.two.test']],
  place: ['PLACE'],
  policy: [null, 'same-site'],
  port: [2677],
  preflight: BOTH,
  probes: [['foreign'], ['foreign', 'null']],
  problems: [[{ path: 'origins[0]', message: 'MESSAGE', code: 'some-code' }]],
  program: ['Spring'],
  proof: ['', 'Age: 60'],
  protocol: ['MCP'],
  question: ['QUESTION'],
  readable: BOTH,
  recorded: BOTH,
  reason: ['some-reason', 'not a literal'],
  remaining: [9],
  revalidates: BOTH,
  scheme: ['ftp'],
  seconds: [86_400],
  secure: BOTH,
  sentence: ['SENTENCE'],
  server: ['awselb/2.0', 'ERR_NGROK_3200'],
  size: [1],
  source: ['Starlette'],
  space: ['local'],
  standIn: BOTH,
  status: [0, 401, 403, 404, 418, 429, 500, 502, 503, 504, 520, 521, 522, 523, 525, 526, 200],
  step: ['cors-check'],
  subject: ['SUBJECT'],
  suggested: [7200],
  suggestion: [undefined, 'suggestion'],
  target: ['https://target.example.com'],
  text: ['TEXT'],
  thrown: ['why'],
  to: ['PUT'],
  type: [null, 'text/plain'],
  upload: BOTH,
  url: [URL_TEXT],
  value: ['VALUE'],
  version: ['2'],
  webkit: [600],
  what: ['a body', 'Content-Length and Transfer-Encoding'],
  where: ['api.example.com:8443'],
  why: ['WHY', 'private', 'time'],
  wildcard: BOTH,
}

function examplesOf(name: string, special: Readonly<Record<string, readonly unknown[]>>): readonly unknown[] {
  const examples = special[name] ?? EXAMPLES[name]
  if (examples === undefined) throw new Error(`there is no example of ${name} in test/support/sentences.ts`)
  return examples
}
