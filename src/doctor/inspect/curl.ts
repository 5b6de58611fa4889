import { getHeader } from '../../fetch-model/header-list.js'
import { parseUrl } from '../../http/parse-url.js'
import type { Command } from './command.js'
import { netFailure } from './failures.js'
import { headerLinesOf, MAX_HEADS, type Recorded, statusLine } from './recorded.js'
import { type Scheme, schemeFor, schemeOfTranscript } from './scheme.js'

const REQUEST_LINE = /^> \S+ \S+ HTTP\/[\d.]+/

/**
 * What `curl -v` prints: lines with `>` are sent, lines with `<` came back.
 *
 * @returns undefined for any other text
 */
export function parseCurlVerbose(lines: readonly string[], commands: readonly Command[]): Recorded[] | undefined {
  const starts = lines.flatMap((line, i) => (REQUEST_LINE.test(line) ? [i] : []))
  const error = lines.find(isError)
  if (starts.length === 0) return error === undefined ? undefined : [failed(lines, error, commands)]
  const records: Recorded[] = []
  let next = 0
  let scheme: Scheme | undefined
  for (const [i, start] of starts.slice(0, MAX_HEADS).entries()) {
    const block = lines.slice(start, starts[i + 1])
    // Lines about a connection come before the request. Where there are none, it is used again.
    scheme = schemeOfTranscript([...lines.slice(starts[i - 1] ?? 0, start).filter(isAbout), ...block]) ?? scheme
    while ((commands[next + 1]?.at ?? start) < start) next++
    const command = commands[next]
    const asked = command !== undefined && command.at < start ? parseUrl(command.request.url) : undefined
    records.push(toRecorded(block, asked, scheme, error))
  }
  return records
}

function isAbout(line: string): boolean {
  return line.startsWith('*')
}

function toRecorded(
  block: readonly string[],
  asked: URL | undefined,
  seen: Scheme | undefined,
  error: string | undefined,
): Recorded {
  const sent = block.filter((line) => /^>( |$)/.test(line)).map((line) => line.slice(2))
  const received = lastHead(block.filter((line) => /^<( |$)/.test(line)).map((line) => line.slice(2)))
  const [method, target] = (sent[0] as string).split(' ') as [string, string]
  const requestHeaders = headerLinesOf(sent.slice(1))
  const host = getHeader(requestHeaders, 'host') ?? 'unknown.invalid'
  const status = statusLine(received.slice(0, 1).join())
  const responseHeaders = headerLinesOf(received.slice(1))
  const secure = `https://${host}${target}`
  // A redirect to the same URL over https shows that the request was not.
  const isUpgraded = getHeader(responseHeaders, 'location') === secure
  const typed = asked?.host === host.toLowerCase() ? (asked.protocol === 'http:' ? 'http' : 'https') : undefined
  const scheme = schemeFor(requestHeaders, host, typed ?? seen ?? (isUpgraded ? 'http' : undefined))
  const end = block.findIndex((line) => /^<\s*$/.test(line))
  const body = block.slice(end + 1).filter((line) => !/^([*<>{}]|curl:)/.test(line))
  return {
    method,
    url: target.startsWith('http') ? target : `${scheme}://${host}${target}`,
    requestHeaders,
    responseHeaders,
    bodyStart: end < 0 ? undefined : body.join('\n').slice(0, 2000),
    // Several transcripts in one text have an error each.
    ...(status ?? { failure: netFailure(block.find(isError) ?? error ?? '') }),
  }
}

function isError(line: string): boolean {
  return /^curl: \(\d+\)/.test(line)
}

/** Of several heads the last one counts: those before it are 100 and 103. */
function lastHead(lines: readonly string[]): string[] {
  return lines.slice(lines.findLastIndex((line) => line.startsWith('HTTP/')))
}

function failed(lines: readonly string[], error: string, [command]: readonly Command[]): Recorded {
  const host = /(?:resolve host:?|connect to) ([\w.-]+)(?: port (\d+))?/.exec(lines.join('\n'))
  const port = host?.[2] === undefined || host[2] === '443' ? '' : `:${host[2]}`
  const url = command?.request.url ?? (host?.[1] === undefined ? undefined : `https://${host[1]}${port}/`)
  return { requestHeaders: [], responseHeaders: [], ...command?.request, url, failure: netFailure(error) }
}
