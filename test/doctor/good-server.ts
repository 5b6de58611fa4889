import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export const APP = 'https://app.example.com'

/** What a request is, to a server. */
export type Kind = 'preflight' | 'actual' | 'plain' | 'error'

/** An answer, field line by field line: a list of values is as many lines. */
export interface Answer {
  status: number
  headers: Record<string, string | string[]>
  body: string
}

/** What a broken server does in place of what a good one does. */
export type Change = (answer: Answer, request: IncomingMessage, response: ServerResponse) => Answer | undefined

/** By kind of request; `any` comes last. */
export type Changes = { readonly [K in Kind | 'any']?: Change }

export function kindOf({ method, headers, url }: IncomingMessage): Kind {
  if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) return 'preflight'
  if (url?.includes('cors-policy-doctor-404')) return 'error'
  return headers.origin === undefined ? 'plain' : 'actual'
}

/** What a server without a fault answers. */
function goodAnswer(request: IncomingMessage): Answer {
  const kind = kindOf(request)
  const isAllowed = request.headers.origin === APP
  const cors = isAllowed ? { 'Access-Control-Allow-Origin': APP, 'Access-Control-Allow-Credentials': 'true' } : {}
  if (kind !== 'preflight') {
    return { status: kind === 'error' ? 404 : 200, headers: { Vary: 'Origin', ...cors }, body: kind }
  }
  if (!isAllowed) return { status: 403, headers: { Vary: 'Origin' }, body: '' }
  const lists = {
    'Access-Control-Allow-Methods': 'PUT, DELETE',
    'Access-Control-Allow-Headers': 'content-type, authorization',
    'Access-Control-Max-Age': '600',
  }
  return { status: 204, headers: { Vary: 'Origin', ...cors, ...lists }, body: '' }
}

/** A server that is good but for the changes. A change that returns nothing has answered, or never will. */
export function serverWith(changes: Changes = {}): Server {
  return createServer((request, response) => {
    const change = changes[kindOf(request)] ?? changes.any
    const good = goodAnswer(request)
    const answer = change === undefined ? good : change(good, request, response)
    if (answer === undefined) return
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  })
}

/** A change of headers; `undefined` is no such header. */
export function headers(changed: Readonly<Record<string, string | string[] | undefined>>): Change {
  return (answer) => {
    const merged = Object.entries({ ...answer.headers, ...changed })
    const kept = merged.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    return { ...answer, headers: Object.fromEntries(kept) }
  }
}

export function status(code: number, more: Readonly<Record<string, string>> = {}): Change {
  return (answer) => ({ ...answer, status: code, headers: { ...answer.headers, ...more } })
}

/** Sends back whatever Origin came, if it is one of those. */
export function reflect(isAllowed: (origin: string) => boolean, credentials = true): Change {
  return (answer, { headers: { origin = '' } }) => {
    if (!isAllowed(origin)) return answer
    const { 'Access-Control-Allow-Credentials': _, ...others } = answer.headers
    const cors = { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
    const more = credentials ? { 'Access-Control-Allow-Credentials': 'true' } : {}
    return { ...answer, headers: { ...others, ...cors, ...more } }
  }
}
