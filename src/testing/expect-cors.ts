import { getHeader, type HeaderList } from '../fetch-model/header-list.js'
import { variesBy } from '../http/vary.js'
import { type TestableApp, targetOf } from './app.js'
import { ask, type PageRequest, type ReadableResponse, sendToApp } from './ask.js'
import { failWith } from './failure.js'
import { requireOrigin } from './page-origin.js'
import { type RunningApp, start } from './server.js'
import { lookalikesOf, STRANGERS } from './strangers.js'

export interface ExpectOptions {
  /**
   * The public address of the app: its Host header, and the URL to which the browser's rules apply.
   * Default: `https://server.invalid`, which serves no page; for an app that is a URL, that URL.
   */
  readonly url?: string | URL | undefined
  /** Milliseconds for one answer. Default: 5000. */
  readonly timeout?: number | undefined
}

/** Expectations of an app with any CORS library. */
export interface CorsExpectations {
  /**
   * @param origin the origin of the page: `https://app.example.com`
   * @throws TypeError if it has no scheme
   */
  from(origin: string): PageExpectations
  /**
   * Expects `Vary: Origin` on every answer, with and without an Origin, to a stranger and to a preflight. Without it a
   * cache may give one site the copy of another.
   *
   * @throws AssertionError that names the request whose answer lacks it
   */
  toVaryByOrigin(path: string): Promise<void>
  /**
   * Expects that no page of another site reads the path: an unknown site, the origin `null`, and with `like` origins
   * that a careless comparison accepts as that one. With and without cookies.
   *
   * @param options.like an origin that the app allows
   * @throws AssertionError that names the origin that can read
   */
  toRefuseStrangers(path: string, options?: { readonly like?: string | undefined }): Promise<void>
}

/** Expectations of an app and a page. */
export interface PageExpectations {
  /**
   * Expects that a script of the page reads the answer. Sends the preflight if a browser would, then the request.
   *
   * @returns the response that the script gets
   * @throws AssertionError with the explanation: the requests, the responses, the step that failed, the fix
   */
  toRead(path: string, request?: PageRequest): Promise<ReadableResponse>
  /**
   * Expects that no script of the page reads the answer. An app that does not answer at all is a failure too.
   *
   * @throws AssertionError with the response that the script reads
   */
  toBeRefused(path: string, request?: PageRequest): Promise<void>
}

const DEFAULT_TIMEOUT = 5000

const [STRANGER = ''] = STRANGERS
/** What a cache may see of one URL. */
const VARY_REQUESTS: readonly { what: string; method: string; headers: HeaderList }[] = [
  { what: 'GET without Origin', method: 'GET', headers: [] },
  { what: 'GET from a stranger', method: 'GET', headers: [['Origin', STRANGER]] },
  {
    what: 'a preflight',
    method: 'OPTIONS',
    headers: [
      ['Access-Control-Request-Method', 'PUT'],
      ['Origin', STRANGER],
    ],
  },
]

/**
 * Checks what pages can read, over a socket on loopback and with the rules of a browser. Works in node:test,
 * Vitest, Jest and tap, for any CORS library.
 *
 * @example await expectCors(app).from('https://app.example.com').toRead('/things', { credentials: 'include' })
 */
export function expectCors(app: TestableApp, options: ExpectOptions = {}): CorsExpectations {
  const { timeout = DEFAULT_TIMEOUT } = options
  const run = async <Result>(use: (running: RunningApp, base: URL) => Promise<Result>): Promise<Result> => {
    const target = await targetOf(app)
    const base = new URL(options.url ?? ('url' in target ? target.url : 'https://server.invalid'))
    const running = await start(target, timeout)
    try {
      return await use(running, base)
    } finally {
      await running.close()
    }
  }
  return {
    from: (origin) => {
      requireOrigin(origin)
      return {
        toRead: (path, request) => run((running, base) => expectReadable(running, base, origin, path, request)),
        toBeRefused: (path, request) => run((running, base) => expectRefused(running, base, origin, path, request)),
      }
    },
    toVaryByOrigin: (path) => run((running, base) => expectVary(running, base, path)),
    toRefuseStrangers: (path, { like } = {}) =>
      run(async (running, base) => {
        if (like !== undefined) requireOrigin(like)
        for (const origin of [...STRANGERS, ...(like === undefined ? [] : lookalikesOf(like))]) {
          for (const credentials of ['omit', 'include'] as const) {
            await expectRefused(running, base, origin, path, { credentials })
          }
        }
      }),
  }
}

async function expectReadable(
  running: RunningApp,
  base: URL,
  origin: string,
  path: string,
  request?: PageRequest,
): Promise<ReadableResponse> {
  const { evaluation, response } = await ask(running, base, origin, path, request)
  if (evaluation.outcome !== 'readable' || response === undefined) {
    failWith({ code: 'not-readable', evaluation }, expectReadable)
  }
  return response
}

async function expectRefused(
  running: RunningApp,
  base: URL,
  origin: string,
  path: string,
  request?: PageRequest,
): Promise<void> {
  const { evaluation, response } = await ask(running, base, origin, path, request)
  if (response === undefined) return
  const { method = 'GET', credentials } = request ?? {}
  failWith(
    {
      code: 'readable',
      origin,
      method,
      url: evaluation.request.url,
      status: response.status,
      withCredentials: credentials === 'include',
    },
    expectRefused,
  )
}

async function expectVary(running: RunningApp, base: URL, path: string): Promise<void> {
  for (const { what, method, headers } of VARY_REQUESTS) {
    const answer = await sendToApp(running, { method, path, host: base.host, headers })
    const vary = getHeader(answer.headers, 'vary')
    if (!variesBy(vary, 'Origin')) failWith({ code: 'vary-missing', what, path, vary }, expectVary)
  }
}
