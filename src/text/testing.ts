import { display } from './display.js'

/** What a failed expectation of `cors-policy/test` says. */
export const testingTexts = {
  readable: ({ origin, method, url, status, withCredentials }: Read) =>
    `A page of ${origin} can read ${method} ${url}${withCredentials ? ' with cookies' : ''}: it gets the status ${status}. If it should not, the server allows too much: does it reflect every Origin?`,
  'vary-missing': ({ what, path, vary }: { what: string; path: string; vary: string | undefined }) =>
    `The answer to ${what} ${path} does not say Vary: Origin (${vary === undefined ? 'it has no Vary header' : `Vary is "${vary}"`}). A cache may give one site the copy of another.`,
  'no-answer': ({ method, path, error }: { method: string; path: string; error: unknown }) =>
    `The app did not answer ${method} ${path}: ${error instanceof Error ? error.stack : String(error)}`,
  'left-app': ({ url }: { url: string }) =>
    `The app redirects to ${url}, which is not part of it. Test that server by itself.`,
}

interface Read {
  readonly origin: string
  readonly method: string
  readonly url: string
  readonly status: number
  readonly withCredentials: boolean
}

/** @param suggestion the origin that was probably meant */
export function notAnOrigin(value: unknown, suggestion: string | undefined): string {
  return `${display(value)} is not an origin. ${suggestion === undefined ? 'Write it as https://app.example.com' : `Did you mean '${suggestion}'?`}`
}

/** What is wrong with the argument of `expectCors()`. */
export const testedAppTexts = {
  notAnApp: (value: unknown) =>
    `expectCors() expected a Fastify instance, a request listener, an Express app, an object with a fetch function, or a URL, got ${display(value)}`,
  notAnHttpUrl: (url: string | URL) =>
    `expectCors() expected an absolute http or https URL, got ${display(String(url))}`,
}
