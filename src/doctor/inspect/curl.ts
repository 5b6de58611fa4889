import { netFailure } from './failures.js'
import { headerLinesOf, type Recorded, statusLine } from './recorded.js'

const REQUEST_LINE = /^> \S+ \S+ HTTP\/[\d.]+/

/**
 * What `curl -v` prints: lines with `>` are sent, lines with `<` came back.
 *
 * @returns undefined for any other text
 */
export function parseCurlVerbose(lines: readonly string[]): Recorded[] | undefined {
  const start = lines.findIndex((line) => REQUEST_LINE.test(line))
  const error = lines.find(isError)
  if (start < 0) return error === undefined ? undefined : [failed(lines, error)]
  const blocks: string[][] = []
  for (const line of lines) {
    if (REQUEST_LINE.test(line)) blocks.push([])
    blocks.at(-1)?.push(line)
  }
  const scheme = lines.some((line) => /SSL connection|ALPN|port 443/.test(line)) ? 'https' : 'http'
  return blocks.map((block) => toRecorded(block, scheme, error))
}

function toRecorded(block: readonly string[], scheme: string, error: string | undefined): Recorded {
  const sent = block.filter((line) => /^>( |$)/.test(line)).map((line) => line.slice(2))
  const received = lastHead(block.filter((line) => /^<( |$)/.test(line)).map((line) => line.slice(2)))
  const [method, target] = (sent[0] as string).split(' ') as [string, string]
  const requestHeaders = headerLinesOf(sent.slice(1))
  const host = requestHeaders.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'unknown.invalid'
  const status = statusLine(received.slice(0, 1).join())
  const end = block.findIndex((line) => /^<\s*$/.test(line))
  const body = block.slice(end + 1).filter((line) => !/^([*<>{}]|curl:)/.test(line))
  return {
    method,
    url: target.startsWith('http') ? target : `${scheme}://${host}${target}`,
    requestHeaders,
    responseHeaders: headerLinesOf(received.slice(1)),
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

function failed(lines: readonly string[], error: string): Recorded {
  const host = /(?:resolve host:?|connect to) ([\w.-]+)(?: port (\d+))?/.exec(lines.join('\n'))
  const port = host?.[2] === undefined || host[2] === '443' ? '' : `:${host[2]}`
  const url = host?.[1] === undefined ? undefined : `https://${host[1]}${port}/`
  return { url, requestHeaders: [], responseHeaders: [], failure: netFailure(error) }
}
