import { headerLinesOf, type Recorded, statusLine } from './recorded.js'

const REQUEST_LINE = /^([A-Z]+) (\S+) HTTP\/[\d.]+\s*$/

/**
 * Heads as they are on the wire: what `curl -i` prints, and what browsers copy as raw headers. A request's head may
 * come before or after the response's.
 *
 * @returns undefined where there is no head of a response
 */
export function parseHeads(lines: readonly string[]): Recorded[] | undefined {
  const at = lines.findIndex((line) => statusLine(line) !== undefined && !/^HTTP\/[\d.]+ 1\d\d/.test(line))
  const status = statusLine(lines[at] ?? '')
  if (status === undefined) return undefined
  const responseHeaders = headerLinesOf(lines.slice(at + 1))
  const requestLine = lines.findIndex((line) => REQUEST_LINE.test(line))
  const [, method, target = '/'] = REQUEST_LINE.exec(lines[requestLine] ?? '') ?? []
  const requestHeaders = requestLine < 0 ? [] : headerLinesOf(lines.slice(requestLine + 1))
  const host = requestHeaders.find(([name]) => name.toLowerCase() === 'host')?.[1]
  const body = lines
    .slice(at + 1 + responseHeaders.length)
    .filter((line) => line.trim() !== '' && !REQUEST_LINE.test(line))
  return [
    {
      method,
      url: host === undefined ? undefined : `https://${host}${target}`,
      requestHeaders,
      ...status,
      responseHeaders,
      bodyStart: requestLine < 0 ? body.join('\n').slice(0, 2000) : undefined,
    },
  ]
}
