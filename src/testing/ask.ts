import { type Evaluation, evaluate } from '../fetch-model/evaluate.js'
import type { OutgoingRequest, ServerResponse } from '../fetch-model/exchange.js'
import type { BrowserRequest, CredentialsMode } from '../fetch-model/request.js'
import { failWith } from './failure.js'
import type { AppRequest, AppResponse, RunningApp } from './server.js'

/** What the page's script passes to `fetch()`. */
export interface PageRequest {
  /** Default: `GET`. */
  readonly method?: string | undefined
  /** As the script sets them. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Default: `same-origin`, so no cookies go to another origin. */
  readonly credentials?: CredentialsMode | undefined
  /** A text, such as JSON. */
  readonly body?: string | undefined
  /** A Cookie header for requests that carry credentials. Default: none. */
  readonly cookie?: string | undefined
}

/** What a script gets of an answer. */
export interface ReadableResponse {
  readonly status: number
  /** The headers that the script sees, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a browser makes of a request to the app. */
export interface Asked {
  readonly evaluation: Evaluation
  /** Undefined unless the script reads it. */
  readonly response: ReadableResponse | undefined
}

/**
 * Has the model of the browser make the request, and asks the app each time that it sends something. The model is not
 * asynchronous: it runs again from the start with every answer that has come.
 */
export async function ask(
  running: RunningApp,
  base: URL,
  origin: string,
  path: string,
  request: PageRequest = {},
): Promise<Asked> {
  const browserRequest = toBrowserRequest(base, origin, path, request)
  const answers: AppResponse[] = []
  for (;;) {
    let next: OutgoingRequest | undefined
    let used = 0
    const evaluation = evaluate(browserRequest, (sent): ServerResponse | undefined => {
      const answer = answers[used++]
      if (answer === undefined) next ??= sent
      return answer
    })
    if (next === undefined) return { evaluation, response: readable(evaluation, answers.at(-1)) }
    answers.push(await send(running, base, next, request))
  }
}

function toBrowserRequest(base: URL, origin: string, path: string, request: PageRequest): BrowserRequest {
  const { method, headers, credentials, body } = request
  return {
    origin,
    url: new URL(path, base).href,
    method,
    headers,
    credentials,
    ...(body === undefined ? {} : { body: 'text' }),
  }
}

async function send(running: RunningApp, base: URL, sent: OutgoingRequest, request: PageRequest): Promise<AppResponse> {
  const url = new URL(sent.url)
  if (url.origin !== base.origin) failWith({ code: 'left-app', url: sent.url }, ask)
  const { cookie, body } = request
  const withCookie = sent.credentials && cookie !== undefined
  const withBody = sent.kind === 'actual' && sent.method !== 'GET' && sent.method !== 'HEAD'
  return sendToApp(running, {
    method: sent.method,
    path: url.pathname + url.search,
    host: base.host,
    headers: withCookie ? [...sent.headers, ['Cookie', cookie]] : sent.headers,
    body: withBody ? body : undefined,
  })
}

/** @throws AssertionError if the app does not answer */
export async function sendToApp(running: RunningApp, request: AppRequest): Promise<AppResponse> {
  try {
    return await running.send(request)
  } catch (error) {
    return failWith({ code: 'no-answer', method: request.method, path: request.path, error }, ask)
  }
}

function readable({ outcome, response }: Evaluation, answer: AppResponse | undefined): ReadableResponse | undefined {
  if (outcome !== 'readable' || response === undefined || answer === undefined) return undefined
  return { status: response.status, headers: Object.fromEntries(response.headers), body: answer.body }
}
