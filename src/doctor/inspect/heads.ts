import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { parseUrl } from '../../http/parse-url.js'
import type { Command } from './command.js'
import { headerLinesOf, MAX_HEADS, type Recorded, statusLine } from './recorded.js'
import { schemeFor } from './scheme.js'

const REQUEST_LINE = /^([A-Z]+) (\S+) HTTP\/[\d.]+\s*$/

type Request = Pick<Recorded, 'method' | 'url' | 'requestHeaders'>

/**
 * Heads as they are on the wire: what `curl -i`, `wget -S` and HTTPie print, and what browsers copy as raw headers. A
 * request, or the command, comes before its response. A response with none before it gets the request after it.
 */
export function parseHeads(raw: readonly string[], commands: readonly Command[]): Recorded[] {
  const lines = raw.map((line) => line.trim().replace(/^RawContent\s*:\s*/, ''))
  const label = lines.map((line) => /^Request URL: *(\S+)/i.exec(line)?.[1]).find((url) => url !== undefined)
  const records: Recorded[] = []
  let pending: Request | undefined
  let heads = 0
  const typed = new Map(commands.map(({ at, request }) => [at, request]))
  for (const [i, line] of lines.entries()) {
    const command = typed.get(i)
    const request = REQUEST_LINE.exec(line)
    const status = statusLine(line)
    if ((request !== null || status !== undefined) && ++heads > MAX_HEADS) break
    if (command !== undefined) pending = command
    else if (request !== null) pending = toRequest(request, headerLinesOf(lines, i + 1), label)
    else if (status !== undefined && !/^1/.test(String(status.status))) {
      const responseHeaders = headerLinesOf(lines, i + 1)
      const known = pending ?? redirectOf(records.at(-1)) ?? { url: label, requestHeaders: [] }
      records.push({
        ...known,
        ...status,
        responseHeaders,
        bodyStart: bodyAfter(lines, i + 1 + responseHeaders.length),
      })
      pending = undefined
    }
  }
  const [first] = records
  // The browser's "view source" of a response, and of its request below.
  if (pending !== undefined && records.length === 1 && first?.requestHeaders.length === 0) {
    return [{ ...first, ...pending }]
  }
  if (pending === undefined || pending.requestHeaders.length === 0) return records
  return [...records, { ...pending, responseHeaders: [] }]
}

function toRequest(
  [, method, target]: RegExpExecArray,
  requestHeaders: [string, string][],
  label: string | undefined,
): Request {
  const host = requestHeaders.find(([name]) => name.toLowerCase() === 'host')?.[1]
  const url = /^https?:/.test(target as string)
    ? target
    : parseUrl(label ?? '')?.host === host?.toLowerCase()
      ? label
      : host && `${schemeFor(requestHeaders, host, undefined)}://${host}${target}`
  return { method, url, requestHeaders }
}

/** What `curl -L` asks next. */
function redirectOf(record: Recorded | undefined): Request | undefined {
  const location = record?.responseHeaders.find(([name]) => name.toLowerCase() === 'location')?.[1]
  if (record?.url === undefined || location === undefined || !isRedirectStatus(Number(record.status))) return undefined
  return { ...record, url: parseUrl(location, record.url)?.href }
}

/** Lines of a body that may say why. */
const BODY_LINES = 40

function bodyAfter(lines: readonly string[], start: number): string {
  const after = lines.slice(start, start + BODY_LINES)
  const end = after.findIndex((line) => REQUEST_LINE.test(line) || statusLine(line) !== undefined)
  return after
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 2000)
}
