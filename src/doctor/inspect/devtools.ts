import { headerLinesOf, type Recorded } from './recorded.js'

const LABELS = /^(request url|request method|status code|url|method|status|remote address|referrer policy)$/i
const SECTION = /^(general|(response|request) headers)(\s*\(.*\))?:?$/i

/**
 * What people select and copy in the network panel: `Request URL: …`, `Status Code: …`, and the headers below
 * `Response Headers` and `Request Headers`. Newer versions put a name and its value on lines of their own.
 *
 * @returns undefined for any other text
 */
export function parseDevtools(raw: readonly string[]): Recorded[] | undefined {
  const lines = joinPairs(raw.map((line) => line.trim()).filter((line) => line !== ''))
  const label = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined)
  const url = label(/^(?:request )?url: *(\S+)/i)
  const status = label(/^status(?: code)?: *(?:● *)?(\d{3})/i)
  const section = (name: RegExp) => {
    const at = lines.findIndex((line) => SECTION.test(line) && name.test(line))
    return at < 0
      ? []
      : headerLinesOf(lines.slice(at + 1).filter((line) => !/^(view source|view parsed|raw)$/i.test(line)))
  }
  const responseHeaders = section(/response/i)
  const requestHeaders = section(/request/i)
  if (status === undefined && responseHeaders.length === 0) {
    const bare = headerLinesOf(lines)
    // Only response headers, copied without anything around them.
    if (!bare.some(([name]) => /^(access-control-|content-type$|server$|date$|vary$)/i.test(name))) return undefined
    const isRequest = bare.some(([name]) => /^(origin|host|user-agent)$/i.test(name))
    return isRequest ? undefined : [{ requestHeaders: [], responseHeaders: bare, status: 200, statusText: '' }]
  }
  return [
    {
      method: label(/^(?:request )?method: *([A-Za-z]+)/i),
      url,
      requestHeaders,
      responseHeaders,
      status: Number(status ?? 200),
      statusText: '',
    },
  ]
}

/** `Request URL` and its value in one line. */
function joinPairs(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const name = line.replace(/:$/, '')
    const next = lines[i + 1]
    const isFieldName = LABELS.test(name) || (line.endsWith(':') && /^[\w-]+:$/.test(line) && !SECTION.test(line))
    if (isFieldName && next !== undefined && !SECTION.test(next)) {
      joined.push(`${name}: ${next}`)
      i++
    } else {
      joined.push(line)
    }
  }
  return joined
}
