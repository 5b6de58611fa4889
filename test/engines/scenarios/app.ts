import { PIXEL } from '../answers.js'

/** What the app answers, whatever framework it is written in. */
export interface AppAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const ANSWERS: Readonly<Record<string, readonly [status: number, headers: Record<string, string>, body: string]>> = {
  '/items': [200, { 'content-type': 'application/json', 'x-total': '3', etag: '"1"' }, '[1,2,3]'],
  '/empty': [204, {}, ''],
  '/broken': [500, { 'content-type': 'text/plain' }, 'broken'],
  '/moved': [302, { location: 'items' }, ''],
  '/events': [200, { 'content-type': 'text/event-stream' }, 'data: hello\n\n'],
  '/pixel.png': [200, { 'content-type': 'image/png' }, PIXEL],
  // A page of the app's own, to send requests to its own origin.
  '/page': [200, { 'content-type': 'text/html' }, '<!doctype html><link rel="icon" href="data:,"><title>own</title>'],
}

/** Each scenario has URLs of its own, so that no browser remembers anything from another one: `/7/items`. */
export function pathOf(url: string): string {
  return pathAndQuery(url).pathname.replace(/^\/\d+(?=\/)/, '')
}

/** @param url a path, maybe with a query: `to` is where `/away` leads */
export function answer(url: string): AppAnswer {
  const [status, headers, body] = find(url)
  return { status, headers: { 'cache-control': 'no-store', ...headers }, body: Buffer.from(body, 'latin1') }
}

function find(url: string) {
  const path = pathOf(url)
  if (path === '/away') return [302, { location: pathAndQuery(url).searchParams.get('to') ?? '' }, ''] as const
  return ANSWERS[path] ?? ([404, { 'content-type': 'text/plain' }, 'nothing'] as const)
}

function pathAndQuery(url: string): URL {
  return new URL(url, 'http://localhost')
}
